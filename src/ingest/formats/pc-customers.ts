import { defineFormat } from "./format.ts";

/** Customers.csv of the new partner. Source: Partner Center "see your customer list", 2023-05-12. */
export const pcCustomers = defineFormat({
  id: "pc-customers",
  title: "Partner Center customer list (Customers.csv of the new partner)",
  record: "customer",
  columns: {
    tenantId: { as: "tenant_id", names: ["Microsoft ID"] },
    customer: { as: "customer", names: ["Company name"] },
    domain: { as: "domain", names: ["Primary domain name"] },
    relationship: { as: "relationship", names: ["Relationship"] },
  },
  needs: [["tenantId"], ["customer"], ["domain"]],
  dateOrder: "mdy",
  channel: undefined,
  isOneTenant: false,

  read(row) {
    const tenantId = row.id("tenantId");
    const domain = row.id("domain");
    const customer = row.text("customer");
    if (tenantId === "" && domain === "") row.missing(["tenantId", "domain"], "a tenant id or a domain");
    // Whoever stands in the new partner's list has accepted its relationship, whatever kind the column names.
    return { kind: "customer", tenantId, domain, customer, country: "", relationship: true };
  },
});
