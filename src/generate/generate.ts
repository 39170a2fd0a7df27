import type { Catalogue, CatalogueOffer } from "../catalogue/catalogue.ts";
import { addDays, addMonths, isoDate, type PlainDate } from "../model/plain-date.ts";
import { customerDefects, type Draft, rowDefects } from "./defects.ts";
import { Random } from "./random.ts";

export interface BookRequest {
  readonly customers: number;
  readonly seed: number;
  /** Terms end around this day. */
  readonly today: PlainDate;
}

/** Columns of the generic template, and `expect`: the codes that a plan for a partner in Europe must raise for the row. */
const COLUMNS = [
  "tenant_id",
  "customer",
  "domain",
  "country",
  "subscription_id",
  "product_id",
  "product_name",
  "seats",
  "assigned_seats",
  "status",
  "segment",
  "channel",
  "term",
  "billing",
  "start",
  "term_end",
  "auto_renew",
  "is_trial",
  "unit_price",
  "currency",
  "expect",
] as const;

const FIRST_WORDS = [
  "Contoso",
  "Fabrikam",
  "Adatum",
  "Tailspin",
  "Woodgrove",
  "Litware",
  "Proseware",
  "Northwind",
  "Wingtip",
  "Lucerne",
];
const SECOND_WORDS = [
  "Bakery",
  "Shipping",
  "Dental",
  "Machines",
  "Gardens",
  "Legal",
  "Foods",
  "Clinics",
  "Timber",
  "Press",
];
const EUROPE = ["DE", "FR", "NL", "AT", "ES", "IT", "PL", "SE", "CH", "GB", "IE", "PT"];
const DEFECT_SHARE = 0.12;
const BAD_CUSTOMER_SHARE = 0.04;
const DUPLICATE_SHARE = 0.01;
const ROWS_A_CHUNK = 512;

/**
 * A book of `customers` invented customers as text of one file in the generic template, in chunks: with known defects,
 * named row by row in the column `expect`. The same request gives the same bytes; memory does not grow with the book.
 */
export function* generateBook(request: BookRequest, catalogue: Catalogue): Generator<string> {
  const random = new Random(request.seed);
  const offers = ordinaryOffers(catalogue);
  let rows = [COLUMNS.join(",")];
  for (let number = 1; number <= request.customers; number += 1) {
    for (const draft of customerRows(number, { random, offers, today: request.today })) {
      rows.push(COLUMNS.map((column) => quoted(draft[column] ?? "")).join(","));
    }
    if (rows.length >= ROWS_A_CHUNK) {
      yield `${rows.join("\r\n")}\r\n`;
      rows = [];
    }
  }
  if (rows.length > 0) yield `${rows.join("\r\n")}\r\n`;
}

interface Context {
  readonly random: Random;
  readonly offers: readonly CatalogueOffer[];
  readonly today: PlainDate;
}

/** Offers that raise nothing by themselves: known in every way, bought alone, never off sale. */
function ordinaryOffers(catalogue: Catalogue): readonly CatalogueOffer[] {
  return catalogue.offers.filter(
    (offer) =>
      offer.productSku !== "" &&
      offer.segment === "commercial" &&
      offer.isLicenceBased &&
      !offer.isAddOn &&
      !offer.isTrial &&
      offer.minimumSeats <= 1 &&
      offer.maximumSeats === undefined &&
      offer.tenantSeatPool === undefined &&
      offer.saleFacts.length === 0,
  );
}

function* customerRows(number: number, context: Context): Generator<Draft> {
  const { random } = context;
  const name = `${random.oneOf(FIRST_WORDS)} ${random.oneOf(SECOND_WORDS)} ${number}`;
  const bad = random.chance(BAD_CUSTOMER_SHARE) ? random.oneOf(customerDefects) : undefined;
  const customer = {
    tenant_id: random.guid(),
    customer: name,
    domain: `${name.toLowerCase().replaceAll(" ", "-")}.example`,
    country: bad?.country ?? random.oneOf(EUROPE),
  };
  const spare = [...context.offers];
  const count = Math.min(spare.length, random.between(1, 13));
  for (let index = 0; index < count; index += 1) {
    const offer = spare.splice(random.between(0, spare.length - 1), 1)[0];
    if (offer === undefined) return;
    const draft: Draft = { ...customer, ...subscriptionOf(offer, context) };
    const defect = random.chance(DEFECT_SHARE) ? random.oneOf(rowDefects) : undefined;
    defect?.spoil(draft, { random, today: context.today });
    const codes = defect?.codes ?? [];
    const silent = codes.includes("ROW_UNREADABLE") || codes.includes("TRIAL") || draft.status === "deleted";
    draft.expect = [...codes, ...(silent ? [] : (bad?.codes ?? []))].join(";");
    if (defect === undefined && random.chance(DUPLICATE_SHARE)) {
      yield { ...draft, expect: [draft.expect, "SUBSCRIPTION_CONFLICT"].filter((code) => code !== "").join(";") };
      yield { ...draft, seats: String(Number(draft.seats) + 1), assigned_seats: "", expect: "" };
    } else yield draft;
  }
}

function subscriptionOf(offer: CatalogueOffer, { random, today }: Context): Draft {
  const term = random.oneOf(["P1Y", "P1Y", "P1Y", "P1M", "P3Y"]);
  const months = term === "P1M" ? 1 : term === "P1Y" ? 12 : 36;
  const termEnd = addDays(today, term === "P1M" ? random.between(0, 29) : random.between(30, 330));
  const seats = random.between(1, 250);
  return {
    subscription_id: random.guid(),
    product_id: offer.productSku,
    product_name: offer.name,
    seats: String(seats),
    assigned_seats: random.chance(0.7) ? String(random.between(0, seats)) : "",
    status: "active",
    segment: "commercial",
    channel: random.oneOf(["csp-nce", "csp-nce", "direct"]),
    term,
    billing: term === "P1Y" && random.chance(0.3) ? "annual" : "monthly",
    start: isoDate(addMonths(addDays(termEnd, 1), -months)),
    term_end: isoDate(termEnd),
    auto_renew: random.oneOf(["yes", "yes", "no", ""]),
    is_trial: "no",
    unit_price: (random.between(200, 6000) / 100).toFixed(2),
    currency: "EUR",
  };
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
