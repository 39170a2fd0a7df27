import { customerOf, type TrueSubscription } from "./written-book.ts";
import { cipp, m365Toolkit, type WrittenSheet } from "./written-formats.ts";

/** What a usage record says; empty where the export does not. */
interface SaidOfUsage {
  readonly tenantId: string;
  readonly name: string;
  readonly domain: string;
  readonly ids: string;
  readonly productName: string;
}

/** An export that tells the assigned seats of a product in a tenant. */
interface WrittenUsage extends WrittenSheet {
  readonly says: (first: TrueSubscription) => SaidOfUsage;
}

const tenantOf = ({ customer }: TrueSubscription) => {
  const { tenantId, name, domain } = customerOf(customer);
  return { tenantId, name, domain };
};

const tenantColumns: WrittenSheet["columns"] = {
  "Tenant ID": ({ customer }) => customer.tenantId,
  "Company name": ({ customer }) => customer.name,
  Domain: ({ customer }) => customer.domain,
};

export const writtenUsage: readonly WrittenUsage[] = [
  {
    name: "graph-skus",
    id: "graph-skus",
    says: (first) => ({
      ...tenantOf(first),
      domain: "",
      ids: `${first.productId} ${first.partNumber}`,
      productName: "",
    }),
    columns: {
      accountId: ({ customer }) => customer.tenantId,
      accountName: ({ customer }) => customer.name,
      appliesTo: () => "User",
      capabilityStatus: () => "Enabled",
      consumedUnits: ({ assigned }, pen) => pen.count(assigned),
      id: ({ customer, productId }) => `${customer.tenantId}_${productId}`,
      skuId: ({ productId }) => productId,
      skuPartNumber: ({ partNumber }) => partNumber,
    },
  },
  {
    name: "msol-account-sku as its table",
    id: "msol-account-sku",
    says: (first) => ({ ...tenantOf(first), ids: first.partNumber, productName: "" }),
    columns: {
      AccountSkuId: ({ partNumber }) => `firma:${partNumber}`,
      ActiveUnits: ({ seats }, pen) => pen.count(seats),
      WarningUnits: () => "0",
      ConsumedUnits: ({ assigned }, pen) => pen.count(assigned),
      ...tenantColumns,
    },
  },
  {
    name: "msol-account-sku with all properties",
    id: "msol-account-sku",
    says: (first) => ({
      ...tenantOf(first),
      domain: "",
      ids: `${first.productId} ${first.partNumber}`,
      productName: "",
    }),
    columns: {
      AccountName: ({ customer }) => customer.name,
      AccountObjectId: ({ customer }) => customer.tenantId,
      AccountSkuId: ({ partNumber }) => `firma:${partNumber}`,
      ActiveUnits: ({ seats }, pen) => pen.count(seats),
      ConsumedUnits: ({ assigned }, pen) => pen.count(assigned),
      LockedOutUnits: () => "0",
      SkuId: ({ productId }) => productId,
      SkuPartNumber: ({ partNumber }) => partNumber,
    },
  },
  {
    name: "admin-centre-licences",
    id: "admin-centre-licences",
    says: (first) => ({ ...tenantOf(first), ids: "", productName: first.productName }),
    columns: {
      "Product Title": ({ productName }) => productName,
      "Total Licenses": ({ seats }, pen) => pen.count(seats),
      "Expired Licenses": () => "0",
      "Assigned licenses": ({ assigned }, pen) => pen.count(assigned),
      "Renewal Date": ({ termEnd }, pen) => pen.day(termEnd),
      ...tenantColumns,
    },
  },
  {
    ...cipp,
    says: ({ customer, productId, partNumber, productName }) => ({
      tenantId: "",
      name: customer.domain,
      domain: customer.domain,
      ids: `${productId} ${partNumber}`,
      productName,
    }),
  },
  {
    ...m365Toolkit,
    says: (first) => ({
      ...tenantOf(first),
      domain: "",
      ids: `${first.productId} ${first.partNumber}`,
      productName: first.productName,
    }),
  },
];

/** The customer list of the new partner. */
export const writtenCustomers: WrittenSheet = {
  name: "pc-customers",
  id: "pc-customers",
  rowOf: ({ customer }) => customer.tenantId,
  columns: {
    "Microsoft ID": ({ customer }) => customer.tenantId,
    "Company name": ({ customer }) => customer.name,
    "Primary domain name": ({ customer }) => customer.domain,
    Relationship: () => "Cloud Reseller, Indirect",
  },
};
