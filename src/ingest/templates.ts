import { isNothing } from "../cells/text.ts";
import { readYesNo } from "../cells/words.ts";
import type { FormatEntry } from "../model/configuration.ts";
import { countryCodeOf } from "../regions/country-codes.ts";
import { defineFormat, type Format } from "./formats/format.ts";
import { generic } from "./formats/generic.ts";
import { genericColumns } from "./formats/generic-columns.ts";

const { tenant_id, customer, domain, country, product_id, product_name, assigned_seats } = genericColumns;

const usage = defineFormat({
  id: "usage-template",
  title: "Assigned seats of one product in one tenant",
  record: "usage",
  columns: { tenant_id, customer, domain, country, product_id, product_name, assigned_seats },
  needs: [["product_id", "product_name"], ["assigned_seats"]],
  dateOrder: undefined,
  channel: undefined,
  isOneTenant: false,

  read(row) {
    const productIds = row.ids("product_id");
    const productName = row.text("product_name");
    if (productIds.length === 0 && productName === "") {
      row.missing(["product_id", "product_name"], "a product id or a product name");
    }
    return {
      kind: "usage",
      tenantId: row.id("tenant_id"),
      domain: row.text("domain"),
      customer: row.text("customer"),
      country: row.text("country"),
      productIds,
      productName,
      assignedSeats: row.assignedSeats("assigned_seats", true) ?? 0,
    };
  },
});

const customerList = defineFormat({
  id: "customer-template",
  title: "A list of customers",
  record: "customer",
  columns: {
    tenant_id,
    customer,
    domain,
    country,
    relationship: { as: "relationship", names: ["relationship", "Reseller relationship"] },
  },
  needs: [["tenant_id", "domain", "customer"]],
  dateOrder: undefined,
  channel: undefined,
  isOneTenant: false,

  read(row) {
    const tenantId = row.id("tenant_id");
    const domain = row.text("domain");
    const customer = row.text("customer");
    if (tenantId === "" && domain === "" && customer === "") {
      row.missing(["tenant_id", "domain", "customer"], "a customer (tenant id, domain or name)");
    }
    const country = row.text("country");
    if (!isNothing(country) && countryCodeOf(country) === undefined) {
      row.problem("country", "a country as two letters, such as DE", "Correct it, or map it under values.country.");
    }
    const stated = row.text("relationship");
    const relationship = readYesNo(stated);
    if (relationship === undefined && !isNothing(stated)) {
      row.problem("relationship", "yes or no", "Correct it, or map it under values.relationship.");
    }
    return { kind: "customer", tenantId, domain, customer, country: isNothing(country) ? "" : country, relationship };
  },
});

/** What a format of the configuration maps a portal's columns to, by the kind of its records. */
export const templates: Readonly<Record<FormatEntry["record"], Format>> = {
  subscription: generic,
  usage,
  customer: customerList,
};
