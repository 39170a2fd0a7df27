import { addDays, isoDate, type PlainDate } from "../../src/model/plain-date.ts";
import type { Field, TrueSubscription } from "./written-book.ts";

/** How a program and a country write days, amounts and counts. */
export interface Pen {
  day(date: PlainDate): string;
  /** With two decimals. */
  money(cents: number): string;
  count(number: number): string;
}

/** How an export is written. */
export interface WrittenSheet {
  readonly name: string;
  readonly id: string;
  /** Subscriptions that share a row have this in common; else each has its own. */
  readonly rowOf?: (subscription: TrueSubscription) => string;
  /** The cells, of the first subscription of a row or of all. */
  readonly columns: Readonly<
    Record<string, (first: TrueSubscription, pen: Pen, ofRow: readonly TrueSubscription[]) => string>
  >;
}

export interface WrittenFormat extends WrittenSheet {
  readonly fields: readonly Field[];
  /** Those of them that are not to be known of this subscription. */
  readonly leavesOpen?: (subscription: TrueSubscription) => readonly Field[];
}

const LANGUAGES = {
  template: {
    headers:
      "tenant_id, customer, domain, country, subscription_id, product_id, product_name, seats, status, term, billing, start, term_end, auto_renew, is_trial, unit_price, currency",
    status: { active: "active", expired: "expired", disabled: "disabled" },
    term: { P1M: "P1M", P1Y: "P1Y", P3Y: "P3Y" },
    billing: { monthly: "monthly", annual: "annual", triennial: "triennial" },
    yesNo: ["yes", "no"],
  },
  en: {
    headers:
      "Tenant ID, Customer name, Primary domain, Country, Subscription ID, Product ID, Product name, Seats, Status, Term, Billing frequency, Start date, End date, Auto renew, Is trial, Unit price, Currency",
    status: { active: "Active", expired: "Expired", disabled: "Disabled" },
    term: { P1M: "1 month", P1Y: "12 months", P3Y: "36 months" },
    billing: { monthly: "Monthly", annual: "Annual", triennial: "Triennial" },
    yesNo: ["TRUE", "FALSE"],
  },
  de: {
    headers:
      "Mandanten-ID, Kundenname, Domäne, Land, Abonnement-ID, Produkt-ID, Produktname, Anzahl, Status, Laufzeit, Abrechnung, Startdatum, Laufzeitende, Automatische Verlängerung, Testversion, Einzelpreis, Währung",
    status: { active: "Aktiv", expired: "Abgelaufen", disabled: "Deaktiviert" },
    term: { P1M: "1 Monat", P1Y: "12 Monate", P3Y: "36 Monate" },
    billing: { monthly: "monatlich", annual: "jährlich", triennial: "dreijährlich" },
    yesNo: ["ja", "nein"],
  },
  pt: {
    headers:
      "ID do locatário, Nome do cliente, Domínio, País, ID da assinatura, ID do produto, Nome do produto, Quantidade, Situação, Prazo, Faturamento, Data de início, Data de término, Renovação automática, Avaliação, Preço unitário, Moeda",
    status: { active: "Ativo", expired: "Expirado", disabled: "Desativado" },
    term: { P1M: "1 mês", P1Y: "12 meses", P3Y: "36 meses" },
    billing: { monthly: "Mensal", annual: "Anual", triennial: "Trienal" },
    yesNo: ["sim", "não"],
  },
  es: {
    headers:
      "ID de inquilino, Nombre del cliente, Dominio, País, ID de suscripción, ID de producto, Nombre del producto, Cantidad, Estado, Plazo, Facturación, Fecha de inicio, Fecha de vencimiento, Renovación automática, Prueba, Precio unitario, Moneda",
    status: { active: "Activo", expired: "Caducado", disabled: "Deshabilitado" },
    term: { P1M: "1 mes", P1Y: "1 año", P3Y: "3 años" },
    billing: { monthly: "Mensual", annual: "Anual", triennial: "Trienal" },
    yesNo: ["sí", "no"],
  },
  fr: {
    headers:
      "ID du locataire, Nom du client, Domaine, Pays, ID d'abonnement, ID du produit, Nom du produit, Quantité, État, Durée, Facturation, Date de début, Date d'échéance, Renouvellement automatique, Essai, Prix unitaire, Devise",
    status: { active: "Actif", expired: "Expiré", disabled: "Désactivé" },
    term: { P1M: "1 mois", P1Y: "12 mois", P3Y: "36 mois" },
    billing: { monthly: "Mensuelle", annual: "Annuelle", triennial: "Triennale" },
    yesNo: ["oui", "non"],
  },
} as const;

const genericFormats = Object.entries(LANGUAGES).map(([language, words]): WrittenFormat => {
  const [yes, no] = words.yesNo;
  const cells: readonly WrittenFormat["columns"][string][] = [
    ({ customer }) => customer.tenantId,
    ({ customer }) => customer.name,
    ({ customer }) => customer.domain,
    ({ customer }) => customer.country,
    ({ id }) => id,
    ({ productId }) => productId,
    ({ productName }) => productName,
    ({ seats }, pen) => pen.count(seats),
    ({ status }) => words.status[status],
    ({ term }) => words.term[term],
    ({ billing }) => words.billing[billing],
    ({ start }, pen) => pen.day(start),
    ({ termEnd }, pen) => pen.day(termEnd),
    ({ autoRenew }) => (autoRenew ? yes : no),
    ({ isTrial }) => (isTrial ? yes : no),
    ({ cents }, pen) => pen.money(cents),
    ({ currency }) => currency,
  ];
  return {
    name: `generic ${language}`,
    id: "generic",
    fields: [
      "id",
      "tenantId",
      "name",
      "domain",
      "country",
      "productId",
      "productName",
      "seats",
      "status",
      "term",
      "billing",
      "start",
      "termEnd",
      "autoRenew",
      "isTrial",
      "cents",
      "currency",
    ],
    columns: Object.fromEntries(words.headers.split(", ").map((header, index) => [header, cells[index] ?? (() => "")])),
  };
});

const MONTHS = { monthly: 1, annual: 12, triennial: 36 } as const;
const LENGTH = { P1M: "One-Month", P1Y: "One-Year", P3Y: "3 Years" } as const;
const EVERY = { monthly: "monthly", annual: "yearly", triennial: "triennial" } as const;

const nceCharge: WrittenFormat["columns"] = {
  PartnerId: () => "99999999-aaaa-4000-8000-000000000009",
  CustomerId: ({ customer }) => customer.tenantId,
  CustomerName: ({ customer }) => customer.name,
  CustomerDomainName: ({ customer }) => customer.domain,
  CustomerCountry: ({ customer }) => customer.country,
  InvoiceNumber: () => "G000000001",
  OrderDate: ({ start }, pen) => pen.day(start),
  ProductId: ({ productId }) => productId.split(":")[0] ?? "",
  SkuId: ({ productId }) => productId.split(":")[1] ?? "",
  SkuName: ({ productName }) => productName,
  ProductName: () => "Microsoft 365",
  ChargeType: () => "cycleCharge",
  UnitPrice: ({ cents, billing }, pen) => pen.money(cents * MONTHS[billing]),
  Quantity: ({ seats }, pen) => pen.count(seats),
  Subtotal: ({ cents, seats }, pen) => pen.money(cents * seats),
  Currency: ({ currency }) => currency,
  SubscriptionId: ({ id }) => id,
  TermAndBillingCycle: ({ term, billing }) => `${LENGTH[term]} commitment for ${EVERY[billing]} billing`,
  UnitType: () => "License(s)",
  SubscriptionStartDate: ({ start }, pen) => pen.day(start),
  SubscriptionEndDate: ({ termEnd }, pen) => pen.day(termEnd),
};

const nceFields: readonly Field[] = [
  "id",
  "tenantId",
  "name",
  "domain",
  "country",
  "productId",
  "productName",
  "seats",
  "term",
  "billing",
  "start",
  "termEnd",
  "cents",
  "currency",
];

const bamLegacy: WrittenFormat = {
  name: "bam-legacy",
  id: "bam-legacy",
  fields: ["id", "tenantId", "name", "productId", "productName", "seats", "term", "billing", "termEnd", "autoRenew"],
  columns: {
    CustomerName: ({ customer }) => customer.name,
    CustomerTenantId: ({ customer }) => customer.tenantId,
    LegacySubscriptionId: ({ id }) => id,
    LegacyProductName: ({ productName }) => productName,
    ExpirationDate: ({ termEnd }, pen) => pen.day(termEnd),
    AutoRenewEnabled: ({ autoRenew }) => (autoRenew ? "True" : "False"),
    NcePsa: ({ productId }) => productId,
    CurrentTerm: ({ term }) => term,
    CurrentBillingPlan: ({ billing }) => billing,
    CurrentSeatCount: ({ seats }, pen) => pen.count(seats),
    Term: () => "P1Y",
    BillingPlan: () => "Annual",
    SeatCount: () => "1",
    AddOn: () => "False",
  },
};

const GRAPH_STATUS = { active: "Enabled", expired: "Warning", disabled: "Suspended" } as const;

/** Product and tenant in one row, its subscriptions listed in a cell. */
export const cipp: WrittenFormat = {
  name: "cipp-licences",
  id: "cipp-licences",
  rowOf: ({ customer, productId }) => `${customer.domain} ${productId}`,
  fields: ["id", "domain", "productId", "productName", "seats", "status", "term", "termEnd", "isTrial"],
  leavesOpen: ({ status }) => (status === "active" ? [] : ["termEnd"]),
  columns: {
    Tenant: ({ customer }) => customer.domain,
    License: ({ productName }) => productName,
    CountUsed: ({ assigned }, pen) => pen.count(assigned),
    CountAvailable: () => "0",
    TotalLicenses: (_first, pen, ofRow) => pen.count(ofRow.reduce((sum, { seats }) => sum + seats, 0)),
    TermInfo: (_first, _pen, ofRow) => {
      const listed = ofRow.map(({ id, status, term, seats, termEnd, isTrial }) => ({
        Status: GRAPH_STATUS[status],
        Term: { P1M: "Monthly", P1Y: "Yearly", P3Y: "3 Year" }[term],
        TotalLicenses: seats,
        NextLifecycle: `${isoDate(addDays(termEnd, 1))}T00:00:00Z`,
        IsTrial: isTrial,
        SubscriptionId: "cccccccc-cccc-4000-8000-00000000000c",
        CSPSubscriptionId: id,
      }));
      return JSON.stringify(listed.length === 1 ? listed[0] : listed);
    },
    skuId: ({ productId }) => productId,
    skuPartNumber: ({ partNumber }) => partNumber,
  },
};

export const m365Toolkit: WrittenFormat = {
  name: "m365-toolkit",
  id: "m365-toolkit",
  fields: [
    "id",
    "tenantId",
    "name",
    "productId",
    "productName",
    "seats",
    "status",
    "term",
    "billing",
    "start",
    "termEnd",
    "isTrial",
  ],
  leavesOpen: ({ status, isTrial }) => [
    ...(status === "active" ? [] : (["termEnd"] as const)),
    ...(isTrial ? (["term", "billing"] as const) : []),
  ],
  columns: {
    "Tenant ID": ({ customer }) => customer.tenantId,
    "Tenant name": ({ customer }) => customer.name,
    "Subscription Name": ({ productName }) => productName,
    Status: ({ status }) => GRAPH_STATUS[status],
    "Total Licenses": ({ seats }, pen) => pen.count(seats),
    "Assigned Licenses": ({ assigned }, pen) => pen.count(assigned),
    "Created Date": ({ start }, pen) => pen.day(start),
    "Renewal Date": ({ termEnd }, pen) => pen.day(addDays(termEnd, 1)),
    Commitment: ({ term, isTrial }) => (isTrial ? "Trial" : { P1M: "Monthly", P1Y: "1-Year", P3Y: "3-Year" }[term]),
    Billing: ({ billing, isTrial }) =>
      isTrial ? "Trial" : { monthly: "Monthly", annual: "Annual", triennial: "Triennial" }[billing],
    "Is Trial": ({ isTrial }) => (isTrial ? "True" : "False"),
    "Subscription ID": ({ id }) => id,
    "SKU Part Number": ({ partNumber }) => partNumber,
    "SKU ID": ({ productId }) => productId,
  },
};

const TERM_MONTHS = { P1M: 1, P1Y: 12, P3Y: 36 } as const;

const dickerData: WrittenFormat = {
  name: "dicker-data that renews on the last day",
  id: "dicker-data",
  fields: [
    "id",
    "tenantId",
    "name",
    "productId",
    "productName",
    "seats",
    "status",
    "term",
    "start",
    "termEnd",
    "cents",
    "currency",
  ],
  columns: {
    "TENANT ID": ({ customer }) => customer.tenantId,
    "TENANT NAME": ({ customer }) => customer.name,
    "SUBSCRIPTION ID": ({ id }) => id,
    "STOCK CODE": ({ productId, term }) => `${term}:${productId}${productId.includes(":") ? "" : ":"}:1:`,
    "STOCK DESCRIPTION": ({ productName }) => productName,
    REFERENCE: () => "PO 4711",
    QTY: ({ seats }, pen) => pen.money(seats * 100),
    "CHARGE TYPE": () => "NCE",
    STATUS: ({ status }) => status,
    "START USAGE": ({ start }, pen) => pen.day(start),
    "END USAGE": ({ start }, pen) => pen.day(start),
    "REVALUATION PERIOD": ({ termEnd }, pen) => pen.day(termEnd),
    "UNIT PRICE": ({ cents, term }, pen) => pen.money(cents * TERM_MONTHS[term]),
    CURRENCY: ({ currency }) => currency,
  },
};

const appdirect: WrittenFormat = {
  name: "appdirect-purchases",
  id: "appdirect-purchases",
  fields: ["id", "name", "productName", "seats", "status", "billing", "start", "termEnd", "cents", "currency"],
  columns: {
    "Owner Company Name": ({ customer }) => customer.name,
    "Owner Company ID": () => "710001",
    "Company Entitlement UUID": ({ id }) => id,
    "Application Name": () => "Microsoft 365",
    "Edition Name": ({ productName }) => productName,
    "Active Order ID": () => "8100001",
    "Active Order Frequency": ({ billing }) =>
      ({ monthly: "Monatlich", annual: "Jährlich", triennial: "3 Jahre" })[billing],
    "Active Order Total Fee": ({ cents, seats, billing }, pen) => pen.money(cents * seats * MONTHS[billing]),
    "Active Order Contract End Date": ({ termEnd }, pen) => pen.day(termEnd),
    Currency: ({ currency }) => currency,
    "Creation Date": ({ start }, pen) => pen.day(start),
    Status: ({ status, isTrial }) =>
      isTrial && status !== "disabled"
        ? { active: "FREE_TRIAL", expired: "FREE_TRIAL_EXPIRED" }[status]
        : status.toUpperCase(),
    "Assigned Users": ({ assigned }, pen) => pen.count(assigned),
    Quantity: ({ seats }, pen) => pen.count(seats),
  },
};

export const writtenFormats: readonly WrittenFormat[] = [
  ...genericFormats,
  {
    name: "pc-nce-recon of 2023",
    id: "pc-nce-recon",
    fields: nceFields,
    columns: { ...nceCharge, MPNID: () => "1234567", BillingFrequency: () => "", PromotionID: () => "" },
  },
  {
    name: "pc-nce-recon of 2026",
    id: "pc-nce-recon",
    fields: nceFields,
    columns: {
      ...nceCharge,
      PartnerName: () => "Contoso Cloud",
      MpnId: () => "1234567",
      PublisherDiscount: () => "'0E-20",
      // One file, one decimal sign: a price with a point would make 1.000 seats one seat.
      UnitPrice: ({ cents, billing }, pen) => `'${pen.money(cents * MONTHS[billing])}`,
      ProductCategory: () => "License-Based",
    },
  },
  {
    name: "pc-legacy-recon",
    id: "pc-legacy-recon",
    fields: [
      "id",
      "tenantId",
      "name",
      "domain",
      "productId",
      "productName",
      "seats",
      "billing",
      "start",
      "termEnd",
      "cents",
      "currency",
    ],
    columns: {
      CustomerId: ({ customer }) => customer.tenantId,
      CustomerName: ({ customer }) => customer.name,
      SubscriptionId: () => "eeeeeeee-cccc-4000-8000-00000000000e",
      SyndicationPartnerSubscriptionNumber: ({ id }) => id,
      OfferId: () => "dddddddd-cccc-4000-8000-00000000000d",
      DurableOfferId: ({ productId }) => productId,
      OfferName: ({ productName }) => productName,
      SubscriptionStartDate: ({ start }, pen) => pen.day(start),
      SubscriptionEndDate: ({ termEnd }, pen) => pen.day(termEnd),
      ChargeType: () => "Cycle fee",
      UnitPrice: ({ cents, billing }, pen) => pen.money(cents * MONTHS[billing]),
      Quantity: ({ seats }, pen) => pen.count(seats),
      Currency: ({ currency }) => currency,
      DomainName: ({ customer }) => customer.domain,
      BillingCycleType: ({ billing }) => billing,
    },
  },
  {
    name: "bam-nce",
    id: "bam-nce",
    fields: ["id", "tenantId", "name", "productId", "productName", "seats", "term", "billing", "termEnd"],
    columns: {
      PartnerTenantId: () => "99999999-aaaa-4000-8000-000000000009",
      CustomerName: ({ customer }) => customer.name,
      CustomerTenantId: ({ customer }) => customer.tenantId,
      SubscriptionId: ({ id }) => id,
      SubscriptionName: () => "Mine",
      ProductName: ({ productName }) => productName,
      ExpirationDate: ({ termEnd }, pen) => pen.day(termEnd),
      Psa: ({ productId }) => productId,
      Term: ({ term }) => term,
      BillingPlan: ({ billing }) => billing,
      SeatCount: ({ seats }, pen) => pen.count(seats),
    },
  },
  bamLegacy,
  {
    ...bamLegacy,
    name: "bam-schedule",
    id: "bam-schedule",
    columns: {
      ...bamLegacy.columns,
      TargetDate: ({ termEnd }, pen) => pen.day(termEnd),
      MigrateOnRenewal: () => "False",
    },
  },
  {
    name: "graph-subscriptions",
    id: "graph-subscriptions",
    fields: ["id", "productId", "seats", "status", "start", "termEnd", "isTrial"],
    leavesOpen: ({ status }) => (status === "active" ? [] : ["termEnd"]),
    columns: {
      commerceSubscriptionId: ({ id }) => id,
      createdDateTime: ({ start }, pen) => pen.day(start),
      id: () => "cccccccc-cccc-4000-8000-00000000000c",
      isTrial: ({ isTrial }) => String(isTrial),
      nextLifecycleDateTime: ({ termEnd }, pen) => pen.day(addDays(termEnd, 1)),
      skuId: ({ productId }) => productId,
      status: ({ status }) => ({ active: "Enabled", expired: "Warning", disabled: "Suspended" })[status],
      totalLicenses: ({ seats }, pen) => pen.count(seats),
    },
  },
  {
    name: "msol-subscription",
    id: "msol-subscription",
    fields: ["id", "productId", "seats", "status", "start", "termEnd", "isTrial"],
    leavesOpen: ({ status }) => (status === "active" ? [] : ["termEnd"]),
    columns: {
      OcpSubscriptionId: ({ id }) => id,
      ObjectId: () => "cccccccc-cccc-4000-8000-00000000000c",
      DateCreated: ({ start }, pen) => pen.day(start),
      NextLifecycleDate: ({ termEnd }, pen) => pen.day(addDays(termEnd, 1)),
      SkuPartNumber: ({ productId }) => productId,
      Status: ({ status }) => ({ active: "Enabled", expired: "Warning", disabled: "LockedOut" })[status],
      IsTrial: ({ isTrial }) => (isTrial ? "True" : "False"),
      TotalLicenses: ({ seats }, pen) => pen.count(seats),
    },
  },
  {
    name: "pc-insights",
    id: "pc-insights",
    fields: ["id", "tenantId", "name", "country", "productName", "seats", "status", "start", "termEnd", "autoRenew"],
    columns: {
      PGAMpnId: () => "1234567",
      SubscriptionId: ({ id }) => id,
      SubscriptionStartDate: ({ start }, pen) => pen.day(start),
      SubscriptionEndDate: ({ termEnd }, pen) => pen.day(termEnd),
      SubscriptionState: ({ status }) => status,
      month: () => "2026-10",
      IsAutoRenew: ({ autoRenew }) => (autoRenew ? "Yes" : "No"),
      CustomerName: ({ customer }) => customer.name,
      CustomerTenantId: ({ customer }) => customer.tenantId,
      CustomerMarket: ({ customer }) => customer.country,
      RawProductName: ({ productName }) => productName,
      IsDuplicateRowForPGA: () => "No",
      TotalSoldSeats: ({ seats }, pen) => pen.count(seats),
      TotalAssignedSeats: () => "1",
    },
  },
  {
    name: "pc-customer-subscriptions",
    id: "pc-customer-subscriptions",
    fields: ["id", "productName", "seats", "status"],
    columns: {
      "Subscription ID": ({ id }) => id,
      Subscription: ({ productName }) => productName,
      Quantity: ({ seats }, pen) => pen.count(seats),
      Status: ({ status }) => status,
      Reseller: ({ customer }) => customer.name,
    },
  },
  cipp,
  m365Toolkit,
  dickerData,
  {
    ...dickerData,
    name: "dicker-data that renews on the day after",
    columns: {
      ...dickerData.columns,
      "END USAGE": ({ termEnd }, pen) => pen.day(termEnd),
      "REVALUATION PERIOD": ({ termEnd }, pen) => pen.day(addDays(termEnd, 1)),
    },
  },
  appdirect,
  {
    ...appdirect,
    name: "appdirect-purchases with tenants",
    fields: [...appdirect.fields, "tenantId", "domain", "country"],
    columns: {
      ...appdirect.columns,
      "Tenant ID": ({ customer }) => customer.tenantId,
      "Primary domain": ({ customer }) => customer.domain,
      "Owner Company Country": ({ customer }) => customer.country,
    },
  },
];
