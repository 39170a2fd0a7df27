import { type Finding, messageSaid } from "../../findings/finding.ts";
import { listed, type Spoken, say, word } from "../../locale/sentence.ts";
import type { PlainDate } from "../../model/plain-date.ts";
import type { Plan, PlannedSubscription } from "../../model/plan.ts";
import { sinceEarlierColumns } from "../columns/since-earlier.ts";
import { sourceOfferText, targetNamesText } from "../columns/words.ts";
import type { Column, Table } from "../table.ts";

/** A subscription that waits for a person. */
interface QueueLine {
  readonly planned: PlannedSubscription;
  /** Its row on Plan, from 0. */
  readonly index: number;
  readonly decideBy: PlainDate | undefined;
}

const columns: readonly Column<QueueLine>[] = [
  {
    key: "key",
    title: "key",
    kind: "id",
    width: 19,
    note: "The same as on Plan, where it is decided.",
    value: ({ planned }) => planned.subscription.key,
  },
  {
    key: "status",
    title: "Status",
    kind: "text",
    width: 11,
    note: "blocked: cannot be moved as it is. review: a person must look.",
    marks: "status",
    value: ({ planned }) => word(planned.status, "status"),
  },
  {
    key: "decide_by",
    title: "Decide by",
    kind: "date",
    width: 12,
    note: "The first day on which something is due: invitation, auto-renewal off, or the switch; else the end of the term.",
    value: ({ decideBy }) => decideBy,
  },
  {
    key: "customer",
    title: "Customer",
    kind: "text",
    width: 26,
    note: "Name of the customer.",
    value: ({ planned }) => planned.subscription.customer.name,
  },
  {
    key: "source_offer",
    title: "Source offer",
    kind: "text",
    width: 30,
    note: "Product name as exported; where the export has none, the product id.",
    wrap: true,
    value: ({ planned }) => sourceOfferText(planned.subscription.product),
  },
  {
    key: "seats",
    title: "Seats",
    kind: "integer",
    width: 8,
    note: "Seats purchased.",
    value: ({ planned }) => planned.subscription.seats,
  },
  {
    key: "why",
    title: "Why",
    kind: "text",
    width: 60,
    note: "Its blocking findings and warnings, with their values.",
    wrap: true,
    value: ({ planned }) => whyText(planned),
  },
  {
    key: "what_to_decide",
    title: "What to decide",
    kind: "text",
    width: 48,
    note: "What a person can do about each. Decide on Plan.",
    wrap: true,
    value: ({ planned }) =>
      listed(
        [...new Set(reasonsOf(planned).map((found) => found.wording.remedy))].map((remedy) => word(remedy)),
        "\n",
      ),
  },
  {
    key: "target_offer",
    title: "Target offer",
    kind: "text",
    width: 34,
    note: "Name of the offer to order. Empty: not known.",
    wrap: true,
    value: ({ planned }) => targetNamesText(planned.target),
  },
  {
    key: "switch_on",
    title: "Switch on",
    kind: "date",
    width: 13,
    note: "The day of the switch, as far as one can be computed.",
    value: ({ planned }) => planned.slot.switchOn,
  },
  {
    key: "term_end",
    title: "Term end",
    kind: "date",
    width: 12,
    note: "Last day of service of the current term, inclusive.",
    value: ({ planned }) => planned.slot.termEnd,
  },
];

const FROZEN_COLUMNS = 2;

/** Each row is looked for among all rows of Plan whenever those are sorted: in a larger book that would be felt. */
const MOST_ROWS_TO_FIND = 20_000;

const rowOnPlan: Column<QueueLine> = {
  key: "row_on_plan",
  title: "Row on Plan",
  kind: "integer",
  width: 14,
  note: "Where to decide: the row on Plan, also after either sheet was sorted.",
  isRowOnPlan: true,
  value: ({ index }) => index + 2,
};

/** What only a person can take further, worst first. */
export const reviewQueueTable: Table<QueueLine> = {
  file: undefined,
  sheet: "Review queue",
  frozenColumns: FROZEN_COLUMNS,
  mostLines: 24,
  purpose: "What waits for a person, worst first: blocked before review, then the first day due, then most seats.",
  printed: { titlesFrom: "status", to: "what_to_decide" },
  columns: (plan) => [
    ...columns.slice(0, FROZEN_COLUMNS),
    ...(plan.subscriptions.length <= MOST_ROWS_TO_FIND ? [rowOnPlan] : []),
    ...columns.slice(FROZEN_COLUMNS),
    ...sinceEarlierColumns<QueueLine>(plan, ({ planned }) => planned.subscription.key),
  ],
  rows: queueLines,
  rowCount: (plan) => plan.subscriptions.reduce((count, planned) => count + (waits(planned) ? 1 : 0), 0),
};

function queueLines(plan: Plan): readonly QueueLine[] {
  const lines: QueueLine[] = [];
  for (const [index, planned] of plan.subscriptions.entries()) {
    if (waits(planned)) lines.push({ planned, index, decideBy: firstDue(planned) });
  }
  return lines.sort(worstFirst);
}

function waits({ status }: PlannedSubscription): boolean {
  return status === "blocked" || status === "review";
}

function firstDue({ slot }: PlannedSubscription): PlainDate | undefined {
  const due = [slot.inviteBy, slot.autoRenewOffBy, slot.switchOn].filter((day) => day !== undefined);
  return due.length === 0 ? slot.termEnd : (Math.min(...due) as PlainDate);
}

function worstFirst(a: QueueLine, b: QueueLine): number {
  if (a.planned.status !== b.planned.status) return a.planned.status === "blocked" ? -1 : 1;
  const never = Number.MAX_SAFE_INTEGER;
  const byDay = (a.decideBy ?? never) - (b.decideBy ?? never);
  return byDay || b.planned.subscription.seats - a.planned.subscription.seats || a.index - b.index;
}

function reasonsOf({ findings }: PlannedSubscription): readonly Finding[] {
  return findings.filter(({ severity }) => severity === "blocking" || severity === "warning");
}

/** A subscription that a reviewer holds may have no finding at all. */
function whyText(planned: PlannedSubscription): Spoken {
  const reasons = reasonsOf(planned).map((found) => say`${found.wording.code}: ${messageSaid(found)}`);
  return planned.decision?.decision === "hold"
    ? listed([say`Held by a reviewer.`, ...reasons], "\n")
    : listed(reasons, "\n");
}
