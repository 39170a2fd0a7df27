import { addDays, isoDate, type PlainDate } from "../model/plain-date.ts";
import type { Random } from "./random.ts";

/** A row of the generic template under construction; all text. */
export type Draft = Record<string, string>;

/** Something wrong that is put into a row on purpose, with the codes that a plan must then raise for it. */
export interface Defect {
  readonly codes: readonly string[];
  spoil(draft: Draft, context: { readonly random: Random; readonly today: PlainDate }): void;
}

/** One defect a row at most, so that `expect` can be checked code by code. */
export const rowDefects: readonly Defect[] = [
  {
    codes: ["OFFER_UNKNOWN"],
    spoil: (draft) => Object.assign(draft, { product_id: "", product_name: "Woodgrove Ledger Cloud Suite" }),
  },
  {
    codes: ["OFFER_AMBIGUOUS"],
    spoil: (draft) => Object.assign(draft, { product_id: "", product_name: "Office 365 Business Premium" }),
  },
  {
    codes: ["OFFER_DISCONTINUED"],
    spoil: (draft) =>
      Object.assign(draft, {
        product_id: "8909e28e-5832-42f4-9886-b0a5545f3645",
        product_name: "Office 365 Enterprise E4",
        channel: "csp-legacy",
      }),
  },
  {
    codes: ["NAME_ONLY_MATCH"],
    spoil: (draft) => Object.assign(draft, { product_id: "", product_name: "Visio Plan 2" }),
  },
  {
    codes: ["SEATS_BELOW_ASSIGNED"],
    spoil: (draft, { random }) => {
      draft.assigned_seats = String(Number(draft.seats) + random.between(1, 9));
    },
  },
  {
    codes: ["SEATS_ABOVE_MAXIMUM"],
    spoil: (draft, { random }) =>
      Object.assign(draft, {
        product_id: "CFQ7TTC0LCHC:0002",
        product_name: "Microsoft 365 Business Premium",
        seats: String(300 + random.between(1, 40)),
        assigned_seats: "",
      }),
  },
  { codes: ["TRIAL"], spoil: (draft) => Object.assign(draft, { is_trial: "yes" }) },
  {
    codes: ["NOT_ACTIVE"],
    spoil: (draft, { random }) => Object.assign(draft, { status: random.oneOf(["suspended", "deleted"]) }),
  },
  { codes: ["STATUS_UNKNOWN"], spoil: (draft) => Object.assign(draft, { status: "dormant" }) },
  { codes: ["TERM_UNKNOWN"], spoil: (draft) => Object.assign(draft, { term: "fortnight" }) },
  { codes: ["TERM_END_UNKNOWN"], spoil: (draft) => Object.assign(draft, { start: "", term_end: "" }) },
  {
    codes: ["TERM_ENDED"],
    spoil: (draft, { random, today }) => {
      const ended = addDays(today, -random.between(1, 200));
      Object.assign(draft, { term: "P1Y", start: isoDate(addDays(ended, -364)), term_end: isoDate(ended) });
    },
  },
  { codes: ["SEGMENT_CONFLICT"], spoil: (draft) => Object.assign(draft, { segment: "government" }) },
  { codes: ["ROW_UNREADABLE"], spoil: (draft) => Object.assign(draft, { seats: "twelve" }) },
  { codes: ["ROW_UNREADABLE"], spoil: (draft) => Object.assign(draft, { term_end: "2027-02-30" }) },
];

/** What may be wrong with a whole customer, for a partner in the Europe region. */
export const customerDefects: readonly { readonly codes: readonly string[]; readonly country: string }[] = [
  { codes: ["REGION_CONFLICT"], country: "US" },
  { codes: ["REGION_CONFLICT"], country: "ZA" },
  { codes: ["REGION_UNSERVED"], country: "BY" },
  { codes: ["REGION_UNKNOWN"], country: "" },
];
