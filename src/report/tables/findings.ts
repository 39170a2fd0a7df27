import { type Finding, messageSaid } from "../../findings/finding.ts";
import { word } from "../../locale/sentence.ts";
import type { Place } from "../../model/place.ts";
import type { Plan } from "../../model/plan.ts";
import type { Subscription } from "../../model/subscription.ts";
import { type Column, inOrder, type Table } from "../table.ts";

/** What a finding is about; one about a customer is still listed with each of its subscriptions. */
type Subject = "subscription" | "customer" | "row" | "file";

interface FindingLine {
  readonly finding: Finding;
  readonly subject: Subject;
  /** Undefined for a file, or a row that is no subscription. */
  readonly subscription: Subscription | undefined;
  readonly place: Place;
}

const ABOUT_CUSTOMER = /^(?:REGION_|TENANT_|RELATIONSHIP_MISSING$|CUSTOMER_UNCONFIRMED$)/;

const columns: readonly Column<FindingLine>[] = [
  {
    key: "key",
    title: "Key",
    kind: "id",
    width: 19,
    note: "Key of the row on the sheet Plan. Empty: the finding is about a file, or a row that was rejected.",
    value: (line) => line.subscription?.key,
  },
  {
    key: "code",
    title: "Code",
    kind: "text",
    width: 28,
    note: "What was found; the legend tells what it means.",
    value: (line) => line.finding.wording.code,
  },
  {
    key: "severity",
    title: "Severity",
    kind: "text",
    width: 11,
    note: "rejecting: not in the plan. excluded: nothing to move. blocking: holds it. warning: needs review. info: changes nothing.",
    marks: "severity",
    value: (line) => word(line.finding.severity, "severity"),
  },
  {
    key: "subject",
    title: "Subject",
    kind: "text",
    width: 13,
    note: "What it is about: subscription, customer, row or file.",
    value: (line) => word(line.subject, "subject"),
  },
  {
    key: "customer",
    title: "Customer",
    kind: "text",
    width: 26,
    note: "Name of the customer.",
    value: (line) => line.subscription?.customer.name,
  },
  {
    key: "subscription_id",
    title: "Subscription id",
    kind: "id",
    width: 38,
    note: "As exported.",
    value: (line) => line.subscription?.id,
  },
  {
    key: "source_file",
    title: "Source file",
    kind: "text",
    width: 30,
    note: "The export in which it was found.",
    value: (line) => line.place.file,
  },
  {
    key: "source_row",
    title: "Source row",
    kind: "integer",
    width: 13,
    note: "The row in that export, counted as a spreadsheet counts it.",
    value: (line) => line.place.row,
  },
  {
    key: "message",
    title: "Message",
    kind: "text",
    width: 68,
    note: "The finding with this case's values.",
    wrap: true,
    value: (line) => messageSaid(line.finding),
  },
  {
    key: "remedy",
    title: "Remedy",
    kind: "text",
    width: 54,
    note: "What to do about it.",
    wrap: true,
    value: (line) => word(line.finding.wording.remedy),
  },
];

/** A line is to be read without scrolling: how bad, what, whose, and what to do; where it stands follows. */
const sheetColumns = inOrder(columns, ["severity", "code", "customer", "key", "message", "remedy"]);

export const findingsTable: Table<FindingLine> = {
  file: "findings.csv",
  sheet: "Findings",
  frozenColumns: 2,
  printed: { to: "remedy" },
  purpose: "Every finding with its values and what to do about it, in the order of the plan.",
  columns: () => columns,
  sheetColumns: () => sheetColumns,
  *rows(plan) {
    const subjects = new Map<string, Subject>();
    for (const { subscription, findings } of plan.subscriptions) {
      for (const finding of findings) {
        const { code } = finding.wording;
        const subject = subjects.get(code) ?? (ABOUT_CUSTOMER.test(code) ? "customer" : "subscription");
        subjects.set(code, subject);
        yield { finding, subject, subscription, place: subscription.place };
      }
    }
    yield* noticeLines(plan);
  },
  rowCount: (plan) => plan.findingCounts.reduce((total, { count }) => total + count, 0),
};

/** A refused file has a notice of its own, before those of its rows, which share the reason; every other notice is a row's. */
function* noticeLines(plan: Plan): Generator<FindingLine> {
  const refusals = new Map(plan.files.map((file) => [file.file, file.refusal?.wording.code]));
  for (const { place, finding } of plan.notices) {
    const isRefusal = refusals.get(place.file) === finding.wording.code;
    if (isRefusal) refusals.delete(place.file);
    yield { finding, subject: isRefusal ? "file" : "row", subscription: undefined, place };
  }
}
