import { listed, type Spoken, word } from "../../locale/sentence.ts";
import type { Plan } from "../../model/plan.ts";
import type { Column } from "../table.ts";

/** What a change is about, in the order in which a planner asks. */
const TOPICS = ["status", "offer", "seats", "term end", "date", "findings", "other"] as const;
type Topic = (typeof TOPICS)[number];
const ADDED = 1 << TOPICS.length;

/** The topics of the columns of plan.csv; days that only follow from another, and all that is not listed, are `other`. */
const TOPIC_OF: ReadonlyMap<string, Topic> = new Map<string, Topic>([
  ["status", "status"],
  ["source_product_id", "offer"],
  ["source_offer", "offer"],
  ["target_product_id", "offer"],
  ["target_offer", "offer"],
  ["seats", "seats"],
  ["assigned_seats", "seats"],
  ["target_seats", "seats"],
  ["term_end", "term end"],
  ["switch_on", "date"],
  ["findings", "findings"],
]);

/**
 * Marks what the earlier plan did not have, and says what has changed since; no column where nothing was compared. On the sheet
 * alone: changes.csv has each field with its values.
 */
export function sinceEarlierColumns<Row>(plan: Plan, keyOf: (row: Row) => string): readonly Column<Row>[] {
  const marks = marksOf(plan);
  if (marks.size === 0) return [];
  return [
    {
      key: "since_earlier_plan",
      title: "Since earlier plan",
      kind: "text",
      width: 16,
      wrap: true,
      note: "new: not in the earlier plan. Else what has changed since; Changes has the values. other: nothing but what is not named here. Empty: as it was.",
      value: (row) => marks.get(keyOf(row)),
    },
  ];
}

function marksOf({ changes }: Plan): ReadonlyMap<string, Spoken> {
  // A number for each key, a bit for each topic: a book of a million rows may have a change in every one.
  const found = new Map<string, number>();
  for (const { kind, key, field, against } of changes ?? []) {
    if (against !== "earlier plan" || kind === "gone") continue;
    const bit = kind === "added" ? ADDED : 1 << TOPICS.indexOf(TOPIC_OF.get(field) ?? "other");
    found.set(key, (found.get(key) ?? 0) | bit);
  }
  const marks = new Map<number, Spoken>();
  const markOf = (topics: number): Spoken => {
    const known = marks.get(topics);
    if (known !== undefined) return known;
    const mark = topics >= ADDED ? word("new", "since") : topicsSaid(topics);
    marks.set(topics, mark);
    return mark;
  };
  return new Map([...found].map(([key, topics]) => [key, markOf(topics)]));
}

function topicsSaid(topics: number): Spoken {
  const named = TOPICS.filter((topic, place) => topic !== "other" && (topics & (1 << place)) !== 0);
  return listed(
    (named.length === 0 ? (["other"] as const) : named).map((topic) => word(topic, "since")),
    ", ",
  );
}
