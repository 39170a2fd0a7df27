import type { FormatColumn } from "./format.ts";
import { genericColumns } from "./generic-columns.ts";
import { phrases } from "./phrases.ts";

/**
 * What whoever puts the exports of several tenants together adds, so that they can be told apart. "Account name" is none
 * of the customer's: in tenant exports it is the first part of the tenant's first domain.
 */
export const tenantColumns = {
  tenantId: { as: "tenant_id", names: genericColumns.tenant_id.names },
  customer: {
    as: "customer",
    names: phrases("(Company|Customer|Client|Organization|Organisation) (name|)", "Tenant name"),
  },
  domain: { as: "domain", names: genericColumns.domain.names },
} as const satisfies Readonly<Record<string, FormatColumn>>;
