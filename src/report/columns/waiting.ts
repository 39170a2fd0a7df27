import { day, type Phrase, say } from "../../locale/sentence.ts";
import type { PlannedSubscription } from "../../model/plan.ts";
import { costOfWaiting } from "../../model/waiting.ts";
import type { Column } from "../table.ts";

/** What a missed switch brings, beside what the switch costs. On the sheet alone: plan.csv has the columns of its interface. */
export const waitingColumns: readonly Column<PlannedSubscription>[] = [
  {
    key: "if_missed",
    title: "If missed",
    kind: "text",
    width: 34,
    note: "What follows where the switch is missed, or never planned: renewals bind the customer to the current partner.",
    wrap: true,
    value: ({ slot: { waiting } }) => waiting && ifMissed(waiting),
  },
  {
    key: "cost_of_waiting",
    title: "Cost of waiting",
    kind: "money",
    width: 18,
    note: "The price of the whole term that a renewal would make due, in the currency of the export. Empty: nothing renews, or no price is known.",
    value: ({ slot: { waiting }, subscription }) => costOfWaiting(waiting, subscription),
  },
];

function ifMissed(waiting: NonNullable<PlannedSubscription["slot"]["waiting"]>): Phrase {
  switch (waiting.kind) {
    case "renews":
      return say`renews from ${day(waiting.from)} to ${day(waiting.until)}`;
    case "runsOn":
      return say`runs on from ${day(waiting.from)} as a paid extended term`;
    case "ends":
      return say`users lose access after ${day(waiting.accessUntil)}`;
    default:
      return waiting satisfies never;
  }
}
