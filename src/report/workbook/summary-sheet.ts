import { messageSaid, SEVERITIES } from "../../findings/finding.ts";
import { languageOf } from "../../locale/language.ts";
import { counted, day as dayText, listed, type Ours, ours, type Spoken, say, word } from "../../locale/sentence.ts";
import type { FileReport } from "../../model/ingested.ts";
import { type Plan, STATUSES } from "../../model/plan.ts";
import type { SheetSetup } from "./book.ts";
import {
  bar,
  day,
  EMPTY_ROW,
  type GridCell,
  type GridRow,
  header,
  heading,
  integer,
  link,
  placeOf,
  text,
} from "./grid-sheet.ts";
import { nextTasks } from "./next-tasks.ts";
import { type PlanFacts, planFacts } from "./plan-facts.ts";
import { type CellStyle, SEVERITY_STYLES, STATUS_STYLES, STYLES } from "./styles.ts";

export const SUMMARY = "Summary";

/** Another sheet of the workbook, for the index. */
export interface IndexEntry {
  readonly sheet: string;
  readonly rows: number | undefined;
  readonly purpose: string;
}

const WIDTHS = [36, 15, 15, 13, 13, 13, 13, 13, 13, 13, 46];

export const summarySetup: SheetSetup = {
  name: SUMMARY,
  widths: WIDTHS,
  frozen: { rows: 0, columns: 0 },
  gridLines: false,
  pagesWide: 1,
};

/** The first sheet: what was planned, whether it adds up, and what to do next. */
export function summaryRows(
  plan: Plan,
  index: readonly IndexEntry[],
  legendRowOf: ReadonlyMap<string, number>,
  reviewState: readonly GridRow[] = [],
): readonly GridRow[] {
  const facts = planFacts(plan);
  return [
    ...titleRows(plan),
    ...taskRows(plan, facts),
    ...totalRows(plan),
    ...statusRows(plan, facts),
    ...(reviewState.length === 0 ? [] : section("State of review, counted on Plan as you type", reviewState)),
    ...indexRows(plan, index),
    ...dateRows(plan, facts),
    ...findingRows(plan, legendRowOf),
    ...fileRows(plan),
    ...basisRows(plan),
  ];
}

function section(title: Ours, rows: readonly GridRow[]): readonly GridRow[] {
  return [heading(title, WIDTHS.length), ...rows, EMPTY_ROW];
}

function titleRows(plan: Plan): readonly GridRow[] {
  const what = say`${counted(plan.totals.planned, "subscription")} of ${counted(plan.customers.length, "customer")}`;
  const partners = plan.partners.map(({ id, name, country }) => `${name} (${id}, ${country})`);
  return [
    { cells: [text(word("CSP transfer plan"), STYLES.title)], height: 28 },
    { cells: [text(say`Planned for ${dayText(plan.asOf)}: ${what}`, STYLES.subtitle)], height: 18 },
    {
      cells: [
        text(say`Partner locations: ${partners.join("; ") || word("none", "partner location")}`, STYLES.subtitle),
      ],
      height: 18,
    },
    ...partRows(plan),
    EMPTY_ROW,
  ];
}

/** A part says of what it is one, and where the rest is. */
function partRows({ part }: Plan): readonly GridRow[] {
  if (part === undefined) return [];
  const whole = say`${counted(part.planned, "subscription")} of ${counted(part.customers, "customer")}`;
  const apart =
    part.number === 1
      ? say`Rows that are no subscription, and rejected rows, are counted here and in no other workbook.`
      : say`Rows that are no subscription, and rejected rows, are counted in the first workbook.`;
  return [
    {
      cells: [text(say`Workbook ${part.number} of ${part.count} of a plan with ${whole}. ${apart}`, STYLES.subtitle)],
      height: 18,
    },
  ];
}

function taskRows(plan: Plan, facts: PlanFacts): readonly GridRow[] {
  const tasks = nextTasks(plan, facts);
  if (tasks.length === 0) return section("Do next", [{ cells: [text(word("Nothing is left to do."), STYLES.task)] }]);
  return section(
    "Do next",
    tasks.map((task, place) => ({
      cells: [
        sheetLink(say`${place + 1}  ${word(task.sheet)}`, task.sheet, plan, STYLES.taskLink),
        text(task.text, STYLES.task),
      ],
      height: 22,
    })),
  );
}

/** Both sums in full, so that anybody can check them on paper. */
function totalRows({ totals }: Plan): readonly GridRow[] {
  const places = [
    ["planned", totals.planned],
    ["merged", totals.merged],
    ["duplicates", totals.duplicates],
    ["rejected", totals.rejected],
    ["usage", totals.usage],
    ["customers", totals.customers],
    ["ignored", totals.ignored],
  ] as const;
  const statuses = STATUSES.map((status) => [status, totals[status]] as const);
  return section("Control totals", [
    ...sumRows("Where every row went", "rows read", totals.rowsRead, places),
    ...sumRows("What became of the planned rows", "planned", totals.planned, statuses),
  ]);
}

function sumRows(
  label: string,
  wholeName: string,
  whole: number,
  parts: readonly (readonly [name: string, count: number])[],
): readonly GridRow[] {
  const sum = parts.reduce((total, [, count]) => total + count, 0);
  const verdict = whole === sum ? say`adds up` : say`does not add up, ${Math.abs(sum - whole)} apart`;
  const written = say`${whole} = ${listed(
    parts.map(([name, count]) => say`${count} ${word(name, "total")}`),
    " + ",
  )}`;
  const titles = [word(label), ...[wholeName, ...parts.map(([name]) => name)].map((name) => word(name, "total"))];
  return [
    header(titles, 1),
    { cells: [text(verdict), integer(whole, STYLES.count), ...parts.map(([, count]) => integer(count))] },
    { cells: [text(written, STYLES.faint)] },
  ];
}

function statusRows({ totals }: Plan, facts: PlanFacts): readonly GridRow[] {
  const rows = STATUSES.map((status) => ({
    cells: [
      text(word(status, "status"), STATUS_STYLES[status]),
      integer(facts.seatsByStatus[status]),
      integer(totals[status]),
      { value: totals.planned === 0 ? 0 : totals[status] / totals.planned, style: STYLES.share },
      bar(totals[status], totals.planned),
    ],
  }));
  return section("Readiness", [header(["Status", "Seats", "Subscriptions", "Share", "", "", ""], 1, 4), ...rows]);
}

function indexRows(plan: Plan, index: readonly IndexEntry[]): readonly GridRow[] {
  const rows = index.map(({ sheet, rows: count, purpose }) => ({
    cells: [sheetLink(word(sheet), sheet, plan), count === undefined ? undefined : integer(count), text(word(purpose))],
  }));
  return section("Sheets", [
    header(["Sheet", "Rows", "What it is for", "", "", "", "", "", "", "", ""], 1, 2),
    ...rows,
  ]);
}

function dateRows(plan: Plan, facts: PlanFacts): readonly GridRow[] {
  const rows: readonly (readonly [label: Ours, cell: GridCell])[] = [
    ["First invitation to send by", day(facts.inviteBy)],
    ["First auto-renewal to switch off by", day(facts.autoRenewOffBy)],
    ["First switch", day(facts.firstSwitch?.on)],
    ["Last switch", day(facts.lastSwitchOn)],
    ["First term that ends soon", day(facts.firstTermEnd)],
    ...facts.overlapCosts.map(
      ({ currency, cost }) =>
        [say`Overlap cost, ${currency || word("no currency")}`, { value: cost, style: STYLES.money }] as const,
    ),
  ];
  const known = rows.filter(([, cell]) => cell.value !== "");
  if (known.length === 0) return [];
  return section(
    say`Dates ahead, from ${dayText(plan.asOf)}`,
    known.map(([label, cell]) => ({ cells: [text(ours(label)), cell] })),
  );
}

function findingRows(plan: Plan, legendRowOf: ReadonlyMap<string, number>): readonly GridRow[] {
  const words = new Map(plan.legend.map((wording) => [wording.code, wording]));
  const found = plan.findingCounts.map(({ code, count }) => ({ code, count, wording: words.get(code) }));
  const rank = (entry: (typeof found)[number]) => SEVERITIES.indexOf(entry.wording?.severity ?? "info");
  found.sort((a, b) => rank(a) - rank(b) || b.count - a.count || (a.code < b.code ? -1 : 1));
  const most = Math.max(0, ...found.map(({ count }) => count));
  const rows = found.map(({ code, count, wording }) => ({
    cells: [
      sheetLink(code, "Legend", plan, STYLES.link, legendRowOf.get(code)),
      wording === undefined ? undefined : text(word(wording.severity, "severity"), SEVERITY_STYLES[wording.severity]),
      integer(count),
      // A bar is as wide as three columns; it runs over those that follow.
      bar(count, most),
      undefined,
      undefined,
      text(wording === undefined ? "" : word(wording.title)),
    ],
  }));
  return section("Findings", [
    header(["Code", "Severity", "Count", "", "", "", "Condition", "", "", "", ""], 2, 3),
    ...(rows.length === 0 ? [{ cells: [text(word("No finding."), STYLES.faint)] }] : rows),
  ]);
}

const FILE_TITLES = [
  "File",
  "Format",
  "Rows read",
  "Planned",
  "Merged",
  "Duplicates",
  "Rejected",
  "Usage",
  "Customers",
  "Ignored",
  "Remarks",
];

function fileRows(plan: Plan): readonly GridRow[] {
  const rows = plan.files.map((file) => {
    const { read, planned, merged, duplicates, rejected, usage, customers, ignored } = file.rows;
    const counts = [read, planned, merged, duplicates, rejected, usage, customers, ignored];
    return {
      cells: [
        text(file.file, STYLES.wrapped),
        text(file.format || word("unknown", "format")),
        ...counts.map((count) => integer(count)),
        text(remarksOf(file), STYLES.wrapped),
      ],
    };
  });
  return section("Files read", [header(FILE_TITLES, 2, 10), ...rows]);
}

function remarksOf(file: FileReport): Spoken {
  return listed(
    [
      file.refusal === undefined ? "" : say`Refused: ${messageSaid(file.refusal)}`,
      file.isEmpty ? say`A header and no rows.` : "",
      ...file.ignored.map(({ reason, rows }) => say`Ignored: ${counted(rows, "row")}, ${word(reason)}.`),
      file.unreadColumns.length === 0 ? "" : say`Columns not read: ${file.unreadColumns.join(", ")}.`,
    ],
    " ",
  );
}

/** What the plan rests on: the policy and the facts about offers. */
function basisRows({ policy, catalogue }: Plan): readonly GridRow[] {
  const { capacityPerDay: capacity } = policy;
  const limits = [
    capacity.subscriptions === undefined ? "" : counted(capacity.subscriptions, "subscription"),
    capacity.customers === undefined ? "" : counted(capacity.customers, "customer"),
  ].filter((limit) => limit !== "");
  const rows: readonly (readonly [label: string, value: string | Spoken])[] = [
    ["Path", policy.path],
    ["Target seats", word(`as ${policy.seats}`)],
    ["Buffer before the term ends", say`${counted(policy.bufferDays, "day")}, at least ${policy.minimumDays}`],
    ["Lead time of a relationship", counted(policy.relationshipLeadDays, "day")],
    [
      "Working days",
      say`${listed(
        policy.workingDays.map((each) => word(each, "weekday")),
        ", ",
      )}; public holidays: ${word(policy.holidays, "holidays")}`,
    ],
    ["Capacity a day", limits.length === 0 ? word("not limited") : listed(limits, ", ")],
    ...policy.freezes.map(
      ({ from, to, reason }) =>
        ["Freeze", say`${dayText(from)} to ${dayText(to)}: ${reason || word("no reason given")}`] as const,
    ),
    ...catalogue.map(({ name, date }) => ["Facts about offers", date === "" ? name : `${name}, ${date}`] as const),
  ];
  return section(
    "What the plan rests on",
    rows.map(([label, value]) => ({ cells: [text(word(label)), text(value)] })),
  );
}

/** A link to a sheet of ours, by its English name. */
function sheetLink(label: string | Spoken, sheet: string, { locale }: Plan, style?: CellStyle, row?: number): GridCell {
  return link(label, placeOf(languageOf(locale).text(sheet), row), style);
}
