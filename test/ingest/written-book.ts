import fc from "fast-check";
import { dayOf, type PlainDate } from "../../src/model/plain-date.ts";
import type { Billing, Subscription, Term } from "../../src/model/subscription.ts";
import type { WrittenFormat } from "./written-formats.ts";

/** A subscription before a format, a program and a country have written it down. */
export interface TrueSubscription {
  readonly customer: TrueCustomer;
  readonly id: string;
  readonly productId: string;
  readonly productName: string;
  /** Of the product, in a tenant. */
  readonly partNumber: string;
  readonly seats: number;
  readonly assigned: number;
  readonly status: "active" | "expired" | "disabled";
  readonly term: Term;
  readonly billing: Billing;
  readonly start: PlainDate;
  readonly termEnd: PlainDate;
  readonly autoRenew: boolean;
  readonly isTrial: boolean;
  /** Per seat and month. */
  readonly cents: number;
  readonly currency: string;
}

export interface TrueCustomer {
  readonly tenantId: string;
  readonly name: string;
  readonly domain: string;
  readonly country: string;
}

/** What a record says of the subscription, as far as the format carries it. */
export type Carried = Partial<Omit<TrueSubscription, "customer" | "partNumber" | "assigned">> & Partial<TrueCustomer>;

const ID_DIGITS = "123456789abcdef";

/** No two are nearly alike, so that a little damage never makes one out of another. */
function guid(index: number, kind: string): string {
  const digit = ID_DIGITS.charAt(index);
  return `${digit.repeat(8)}-${kind.repeat(4)}-4${digit.repeat(3)}-8${digit.repeat(3)}-${digit.repeat(12)}`;
}

const PRODUCTS = [
  ["CFQ7TTC0LFLX:0001", "Microsoft 365 E3", "SPE_E3"],
  ["CFQ7TTC0LHXH:0001", "Microsoft Defender for Office 365 (Plan 1)", "ATP_ENTERPRISE"],
  ["796b6b5f-613c-4e24-a17c-eba730d49c02", "Office 365 E3; without Teams", "O365_w/o_Teams_E3"],
  ["CFQ7TTC0LH18:0002", 'Microsoft 365 "Business", Basic', "O365_BUSINESS_ESSENTIALS"],
] as const;

/** In Windows-1252, and there in an order of bytes that is never UTF-8 by chance. */
const latinParts = ["ü", "ö", "ø", " ", "x", "7", '"', ",", ";", "|", "\t", "'", "\n", "=", "€", "(", "’"];
const otherParts = ["😀", "Ł", "日本", "Ж"];

const names = (parts: readonly string[]) =>
  fc.array(fc.constantFrom(...parts), { maxLength: 8 }).map((found) => `Firma${found.join("")}e`);

const days = (firstYear: number, lastYear: number) =>
  fc
    .tuple(
      fc.integer({ min: firstYear, max: lastYear }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    )
    .map(([year, month, day]) => dateOf(year, month, day));

const subscriptions = fc.record({
  customerIndex: fc.nat({ max: 2 }),
  product: fc.constantFrom(...PRODUCTS),
  seats: fc.oneof(
    fc.integer({ min: 1, max: 300 }),
    fc.integer({ min: 1000, max: 2_000_000 }),
    fc.integer({ min: 1, max: 900 }).map((thousands) => thousands * 1000),
  ),
  status: fc.constantFrom("active", "expired", "disabled"),
  term: fc.constantFrom("P1M", "P1Y", "P3Y"),
  billing: fc.constantFrom("monthly", "annual", "triennial"),
  start: days(2020, 2024),
  termEnd: days(2025, 2029),
  autoRenew: fc.boolean(),
  isTrial: fc.boolean(),
  cents: fc.integer({ min: 1, max: 300_000 }),
  currency: fc.constantFrom("EUR", "USD", "BRL"),
} as const);

/** Its first subscription tells day from month by its dates, and thousands from decimals by its seats. */
export function books(alphabet: "latin" | "any", minLength = 1): fc.Arbitrary<readonly TrueSubscription[]> {
  const name = names(alphabet === "latin" ? latinParts : [...latinParts, ...otherParts]);
  return fc
    .tuple(fc.tuple(name, name, name), fc.array(subscriptions, { minLength, maxLength: 7 }))
    .map(([customers, found]) =>
      found.map(({ customerIndex, product: [productId, productName, partNumber], ...rest }, index) => ({
        ...rest,
        ...(index === 0 ? TELLING : {}),
        assigned: Math.floor((index === 0 ? TELLING : rest).seats / 2),
        productId,
        productName,
        partNumber,
        id: guid(index, "b"),
        customer: {
          tenantId: guid(customerIndex, "a"),
          name: customers[customerIndex] ?? "",
          domain: `firma-${customerIndex}.example`,
          country: ["DE", "BR", "FR"][customerIndex] ?? "",
        },
      })),
    );
}

const TELLING = { seats: 25, start: dateOf(2023, 4, 17), termEnd: dateOf(2027, 3, 23) } as const;

function dateOf(year: number, month: number, day: number): PlainDate {
  const date = dayOf(year, month, day);
  if (date === undefined) throw new Error("No such day", { cause: { year, month, day } });
  return date;
}

const FIELDS = {
  id: ({ id }) => id,
  tenantId: ({ customer }) => customer.tenantId,
  name: ({ customer }) => customer.name,
  domain: ({ customer }) => customer.domain,
  country: ({ customer }) => customer.countries.map(({ country }) => country).join(),
  productId: ({ product }) => product.ids[0],
  productName: ({ product }) => product.name,
  seats: ({ seats }) => seats,
  status: ({ status }) => status,
  term: ({ term }) => term,
  billing: ({ billing }) => billing,
  start: ({ start }) => start,
  termEnd: ({ termEnd }) => termEnd,
  autoRenew: ({ autoRenew }) => autoRenew,
  isTrial: ({ isTrial }) => isTrial,
  cents: ({ unitPrice }) => (unitPrice === undefined ? undefined : Math.round(unitPrice * 1e6) / 1e4),
  currency: ({ currency }) => currency,
} as const satisfies Readonly<Record<keyof Carried, (subscription: Subscription) => unknown>>;

export type Field = keyof typeof FIELDS;

/** The fields of a record that was read, in the words of the true subscription. */
export function carriedBy(subscription: Subscription, fields: readonly Field[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(fields.map((field) => [field, FIELDS[field](subscription)]));
}

/** The same of the truth. Line breaks and tabs in a cell are read as one space. */
export function carriedOf(
  truth: TrueSubscription,
  { fields, leavesOpen = () => [] }: Pick<WrittenFormat, "fields" | "leavesOpen">,
): Readonly<Record<string, unknown>> {
  const { customer, ...rest } = truth;
  const all = { ...rest, ...customerOf(customer) };
  const open = leavesOpen(truth);
  return Object.fromEntries(fields.map((field) => [field, open.includes(field) ? undefined : all[field]]));
}

/** The customer as it is read. */
export function customerOf(customer: TrueCustomer): TrueCustomer {
  return { ...customer, name: customer.name.replaceAll(/\s+/g, " ") };
}
