import { readDate } from "../../cells/date.ts";
import { readSeats } from "../../cells/number.ts";
import { readGraphStatus, readTerm, readYesNo } from "../../cells/words.ts";
import type { Ours } from "../../locale/sentence.ts";
import { addDays, type PlainDate } from "../../model/plain-date.ts";
import type { SubscriptionStatus, Term, UnreadValue } from "../../model/subscription.ts";
import { isMidnight } from "./next-lifecycle.ts";

/** One subscription of the list in the cell. */
export interface CippSubscription {
  readonly id: string;
  readonly status: SubscriptionStatus | undefined;
  /** Undefined: the list does not say. */
  readonly seats: number | undefined;
  readonly term: Term | undefined;
  readonly termEnd: PlainDate | undefined;
  readonly isTrial: boolean | undefined;
  readonly unread: readonly UnreadValue[];
}

/** What was expected of the cell and is not so. */
export interface TermInfoProblem {
  /** What was found in the list; the whole cell where undefined. */
  readonly value: string | undefined;
  readonly expected: Ours;
  readonly remedy: Ours;
}

const NO_LIST: TermInfoProblem = {
  value: undefined,
  expected: "a list of subscriptions as JSON",
  remedy: "Take the licence report from CIPP again as CSV; a spreadsheet may have cut or changed the cell.",
};

/** CIPP works the term out from two dates and writes this where they fit none. */
const NO_TERM = /^(term )?unknown/i;

/** The subscriptions that the cell lists. PowerShell writes a list of one without its brackets, and an empty one as nothing. */
export function readTermInfo(cell: string, column: string): readonly CippSubscription[] | TermInfoProblem {
  if (cell === "") return [];
  let json: unknown;
  try {
    json = JSON.parse(cell);
  } catch {
    return NO_LIST;
  }
  if (json === null) return [];
  const subscriptions: CippSubscription[] = [];
  for (const entry of Array.isArray(json) ? json : [json]) {
    const fields = fieldsOf(entry);
    if (fields === undefined) return NO_LIST;
    const subscription = subscriptionOf(fields, column);
    if ("expected" in subscription) return subscription;
    subscriptions.push(subscription);
  }
  return subscriptions;
}

type Field = "Status" | "Term" | "TotalLicenses" | "NextLifecycle" | "IsTrial" | "SubscriptionId" | "CSPSubscriptionId";

/** The text of each field; undefined where the entry is no object. */
function fieldsOf(entry: unknown): ((name: Field) => string) | undefined {
  if (typeof entry !== "object" || entry === null || Array.isArray(entry)) return undefined;
  const values = new Map<string, unknown>(Object.entries(entry));
  return (name) => {
    const value = values.get(name);
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
      ? String(value).trim()
      : "";
  };
}

function subscriptionOf(field: (name: Field) => string, column: string): CippSubscription | TermInfoProblem {
  const unread: UnreadValue[] = [];
  const word = <Value>(name: UnreadValue["field"], text: string, read: (text: string) => Value | undefined) => {
    if (text === "") return undefined;
    const value = read(text);
    if (value === undefined) unread.push({ field: name, column, value: text });
    return value;
  };

  const id = field("CSPSubscriptionId") || field("SubscriptionId");
  const seats = readSeats(field("TotalLicenses"));
  const isCount = seats.kind === "empty" || (seats.kind === "number" && seats.value >= 0);
  if (!isCount) {
    const expected = `TotalLicenses of subscription "${id}" as a whole number of seats`;
    return { value: field("TotalLicenses"), expected, remedy: "Correct TotalLicenses in the list." };
  }
  const moment = field("NextLifecycle");
  const next = readDate(moment);
  if (next.kind === "unreadable" || next.kind === "either") {
    const expected = `NextLifecycle of subscription "${id}" as YYYY-MM-DDThh:mm:ssZ`;
    return { value: moment, expected, remedy: "Correct NextLifecycle in the list." };
  }

  const status = word("status", field("Status"), readGraphStatus);
  const term = field("Term");
  return {
    id,
    status,
    seats: seats.kind === "number" ? seats.value : undefined,
    term: NO_TERM.test(term) ? undefined : word("term", term, readTerm),
    // As in Graph, where the moment comes from: only while Enabled does it tell the end of the term.
    termEnd: next.kind === "day" && status === "active" ? lastDayBefore(next.date, moment) : undefined,
    isTrial: word("is_trial", field("IsTrial"), readYesNo),
    unread,
  };
}

function lastDayBefore(date: PlainDate, moment: string): PlainDate {
  return isMidnight(moment) ? addDays(date, -1) : date;
}
