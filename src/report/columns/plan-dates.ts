import { word } from "../../locale/sentence.ts";
import { isoWeek } from "../../model/plain-date.ts";
import type { PlannedSubscription } from "../../model/plan.ts";
import type { Column } from "../table.ts";
import { joined } from "./words.ts";

/** When it switches, why then, and what must be done by when. */
export const dateColumns: readonly Column<PlannedSubscription>[] = [
  {
    key: "path",
    title: "Path",
    kind: "text",
    width: 17,
    note: "billing-transfer: ownership moves. repurchase: order the offer, let the old one lapse. channel-renewal: renew into CSP. none: excluded.",
    value: (planned) => planned.slot.path,
  },
  {
    key: "switch_on",
    title: "Switch on",
    kind: "date",
    width: 12,
    note: "The day on which the new subscription starts, or the transfer is made.",
    value: (planned) => planned.slot.switchOn,
  },
  {
    key: "earliest_on",
    title: "Earliest on",
    kind: "date",
    width: 14,
    note: "First day on which the switch is possible.",
    value: (planned) => planned.slot.earliestOn,
  },
  {
    key: "latest_on",
    title: "Latest on",
    kind: "date",
    width: 12,
    note: "Last day on which the switch is safe.",
    value: (planned) => planned.slot.latestOn,
  },
  {
    key: "date_reason",
    title: "Date reason",
    kind: "text",
    width: 24,
    note: "One word for why this day; the words are in the legend.",
    value: (planned) => planned.slot.reason,
  },
  {
    key: "date_explanation",
    title: "Why this day",
    kind: "text",
    width: 64,
    note: "How the day was found, in a sentence.",
    wrap: true,
    value: ({ slot: { explanation, explanationHere } }) =>
      explanationHere === undefined ? explanation : { kind: "said", english: explanation, here: explanationHere },
  },
  {
    key: "overlap_days",
    title: "Overlap days",
    kind: "integer",
    width: 15,
    note: "Days on which both subscriptions are paid.",
    value: (planned) => planned.slot.overlapDays,
  },
  {
    key: "overlap_cost",
    title: "Overlap cost",
    kind: "money",
    width: 15,
    note: "What these days cost. Empty: no price is known.",
    value: (planned) => planned.slot.overlapCost,
  },
  {
    key: "currency",
    title: "Currency",
    kind: "text",
    width: 11,
    note: "Currency of the overlap cost: the price list's, else as exported.",
    value: (planned) => planned.slot.costCurrency ?? planned.subscription.currency,
  },
  {
    key: "wave",
    title: "Wave",
    kind: "text",
    width: 11,
    note: "ISO week of the switch.",
    value: ({ slot }) => (slot.switchOn === undefined ? undefined : isoWeek(slot.switchOn)),
  },
  {
    key: "request",
    title: "Request",
    kind: "integer",
    width: 11,
    note: "Number of the customer's transfer request (at most 25 items each). Only for billing transfers.",
    value: (planned) => planned.request,
  },
  {
    key: "invite_by",
    title: "Invite by",
    kind: "date",
    width: 12,
    note: "Last day to ask the customer for the reseller relationship. Empty: it exists, or there is no switch day.",
    value: (planned) => planned.slot.inviteBy,
  },
  {
    key: "auto_renew_off_by",
    title: "Auto-renew off by",
    kind: "date",
    width: 20,
    note: "Last day to have auto-renew of the old subscription switched off.",
    value: (planned) => planned.slot.autoRenewOffBy,
  },
];

/** What stands in the way: the last columns of plan.csv. */
export const findingColumns: readonly Column<PlannedSubscription>[] = [
  {
    key: "severity",
    title: "Severity",
    kind: "text",
    width: 11,
    note: "The worst of its findings: excluded, blocking, warning or info. Empty: none.",
    marks: "severity",
    value: ({ findings: [worst] }) => worst && word(worst.severity, "severity"),
  },
  {
    key: "findings",
    title: "Findings",
    kind: "text",
    width: 46,
    note: "Codes of its findings, the worst first; the sheet Findings has the values, the legend the meaning.",
    wrap: true,
    isList: true,
    value: (planned) => joined(planned.findings.map((found) => found.wording.code)),
  },
];
