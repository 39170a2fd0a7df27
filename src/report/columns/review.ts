import { type Value, word } from "../../locale/sentence.ts";
import type { Decision } from "../../model/decision.ts";
import { factsText, mappingFacts, subscriptionFacts } from "../../model/decision-facts.ts";
import { MAPPING_DECISIONS, SUBSCRIPTION_DECISIONS } from "../../model/decision-words.ts";
import type { Target } from "../../model/offer.ts";
import type { MappingLine, Plan, PlannedSubscription } from "../../model/plan.ts";
import type { Segment } from "../../model/subscription.ts";
import { cellWriter } from "../cells.ts";
import { CHOICES, type Column, type Input } from "../table.ts";
import { type TargetChoices, targetChoices } from "../target-choices.ts";

// Their headers are read back: lower case, and never another word.

interface Decided {
  readonly decision?: Decision;
}

/** What a reviewer types on Plan; filled with what was decided earlier. */
export function subscriptionReviewColumns(plan: Plan): readonly Column<PlannedSubscription>[] {
  return [
    typed("decision", "text", 11, { kind: "word", words: SUBSCRIPTION_DECISIONS }, decisionWord, {
      note: "approve: go ahead, warnings accepted. hold: not now. exclude: do not move. change: as the next columns say.",
    }),
    typed("new target", "text", 24, { kind: "choice" }, (decision) => decision.target, {
      note: "With change: another target. Choose a candidate, or type ProductId:SkuId; several are joined by +.",
    }),
    typed("new seats", "integer", 9, { kind: "count", least: 1 }, (decision) => decision.seats, {
      note: "With change: another number of seats, 1 or more.",
    }),
    typed("new date", "date", 12, { kind: "day", from: plan.asOf }, (decision) => decision.date, {
      note: "With approve or change: another switch day, not before the day of the plan.",
    }),
    ...freeColumns<PlannedSubscription>(),
  ];
}

/** What a reviewer types on Mapping: one decision for every subscription of the offer. */
export function mappingReviewColumns(): readonly Column<MappingLine>[] {
  return [
    typed("decision", "text", 12, { kind: "word", words: MAPPING_DECISIONS }, decisionWord, {
      note: "For every subscription of this offer. accept: the target is right. use: the chosen target. none: no target.",
    }),
    typed("chosen target", "text", 30, { kind: "choice" }, (decision) => decision.target, {
      note: "With use: the target. Choose a candidate, or type ProductId:SkuId; several are joined by +.",
    }),
    ...freeColumns<MappingLine>(),
  ];
}

/** Hidden columns of Plan, the last three; `columns` are those in sight. */
export function subscriptionHiddenColumns(
  plan: Plan,
  columns: readonly Column<PlannedSubscription>[],
): readonly Column<PlannedSubscription>[] {
  return [
    choicesColumn(plan, ({ target, identity }) => ({ target, segment: identity.segment })),
    factsColumn(subscriptionFacts),
    shownColumn(columns, SHOWN),
  ];
}

/** Hidden columns of Mapping, the last three; `columns` are those in sight. */
export function mappingHiddenColumns(
  plan: Plan,
  columns: readonly Column<MappingLine>[],
): readonly Column<MappingLine>[] {
  return [
    choicesColumn(plan, ({ target, identity }) => ({ target, segment: identity.segment })),
    factsColumn(mappingFacts),
    shownColumn(columns, SHOWN),
  ];
}

function freeColumns<Row extends Decided>(): readonly Column<Row>[] {
  return [
    typed("reviewer", "text", 12, { kind: "text" }, (decision) => decision.reviewer, {
      note: "Who decided. Free text.",
    }),
    typed("comment", "text", 26, { kind: "text" }, (decision) => decision.comment, {
      note: "Why, or what to think of. Free text; it stays in the next plan.",
    }),
  ];
}

/** One of our words where it is one; what else was typed stays as it is. */
function decisionWord({ decision }: Decision): Value {
  const words: readonly string[] = [...SUBSCRIPTION_DECISIONS, ...MAPPING_DECISIONS];
  return words.includes(decision) ? word(decision, "decision") : decision;
}

function typed<Row extends Decided>(
  header: string,
  kind: Column<Row>["kind"],
  width: number,
  input: Input,
  value: (decision: Decision) => ReturnType<Column<Row>["value"]>,
  { note }: { readonly note: string },
): Column<Row> {
  return {
    key: header,
    title: header,
    kind,
    width,
    input,
    note,
    value: ({ decision }) => (decision === undefined ? undefined : value(decision)),
  };
}

function choicesColumn<Row>(
  plan: Plan,
  of: (row: Row) => { readonly target: Target; readonly segment: Segment },
): Column<Row> {
  let choices: TargetChoices | undefined;
  return {
    key: CHOICES,
    title: CHOICES,
    kind: "integer",
    width: 8,
    isHidden: true,
    note: "Which list of the sheet Lists the dropdown of the target shows. Do not change it.",
    value(row) {
      choices ??= targetChoices(plan);
      const { target, segment } = of(row);
      return choices.numberOf(target, segment);
    },
  };
}

function factsColumn<Row>(facts: (row: Row) => string): Column<Row> {
  return {
    key: "facts",
    title: "facts",
    kind: "id",
    width: 12,
    isHidden: true,
    note: "What the reviewer saw. A decision is asked again when it is no longer so. Do not change it.",
    value: facts,
  };
}

/** Columns in which a change by hand is most likely meant as a decision, or tells that rows were torn apart by sorting. */
const SHOWN: ReadonlySet<string> = new Set([
  "key",
  "status",
  "customer",
  "source_offer",
  "seats",
  "term_end",
  "target_product_id",
  "target_offer",
  "target_seats",
  "switch_on",
  "findings",
  "match",
]);

/** What a row says of itself, so that reading it back tells which of its cells somebody has changed. */
function shownColumn<Row>(columns: readonly Column<Row>[], keys: ReadonlySet<string>): Column<Row> {
  const shown = columns
    .filter((column) => keys.has(column.key))
    .map((column) => ({ column, textOf: cellWriter(column.kind) }));
  return {
    key: "shown",
    title: "shown",
    kind: "id",
    width: 12,
    isHidden: true,
    note: "What the row said when it was written. Do not change it.",
    value: (row) => factsText(shown.map(({ column, textOf }) => [column.key, textOf(column.value(row))])),
  };
}
