import { english } from "../../locale/english.ts";
import {
  counted,
  days,
  joined,
  listed,
  type Phrase,
  type Spoken,
  say,
  type Value,
  word,
} from "../../locale/sentence.ts";
import type { ClosedDay } from "../../model/closed-day.ts";
import { addDays, type PlainDate, partsOf } from "../../model/plain-date.ts";
import type { Plan } from "../../model/plan.ts";
import type { Policy } from "../../model/policy.ts";
import type { SheetSetup } from "./book.ts";
import { bar, day, type GridCell, type GridRow, header, integer, text } from "./grid-sheet.ts";
import { CLOSED_STYLE, HEAT_STYLES, STYLES } from "./styles.ts";
import { type SwitchCount, type SwitchWeek, switchWeeks } from "./switch-days.ts";

export const CALENDAR = "Calendar";
export const CALENDAR_PURPOSE = "How many subscriptions switch on each day, by week; closed days; capacity used.";

const TITLES = [
  "Month",
  "Wave",
  "Monday",
  ...["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
  "Subscriptions",
  "Customers",
  "Seats",
  "Fullest day",
  "",
  "Closed days",
];
const WIDTHS = [11, 11, 12, 8, 8, 8, 8, 8, 8, 8, 15, 13, 11, 17, 24, 42];
/** Rows above the first week. */
export const CALENDAR_HEAD = 4;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export const calendarSetup: SheetSetup = {
  name: CALENDAR,
  widths: WIDTHS,
  frozen: { rows: CALENDAR_HEAD, columns: 3 },
  gridLines: false,
  pagesWide: 1,
};

/** The heat map: a row a week, which is a wave; a cell a day, darker the more switch on it. */
export function calendarRows(plan: Plan): readonly GridRow[] {
  const weeks = switchWeeks(plan);
  const closed = new Map(plan.closedDays.map((each) => [each.on, each]));
  const most = Math.max(1, ...weeks.flatMap(({ days }) => days.map((each) => each?.subscriptions ?? 0)));
  const mostInWeek = Math.max(1, ...weeks.map(({ subscriptions }) => subscriptions));
  const { capacityPerDay } = plan.policy;
  let month = "";
  return [
    { cells: [text(word("Calendar"), STYLES.title)], height: 28 },
    { cells: [text(subtitle(plan, weeks), STYLES.subtitle)], height: 18 },
    { cells: scale(most), height: 18 },
    header(TITLES, 3, 14),
    ...weeks.map((week) => {
      const { year, month: number } = partsOf(week.monday);
      const isSame = month === `${year} ${number}`;
      const cells: GridCell[] = [
        text(isSame ? "" : monthOf(week.monday), STYLES.label),
        text(week.wave),
        day(week.monday),
        ...week.days.map((count, weekday) => dayCell(count, closed.get(addDays(week.monday, weekday)), most)),
        integer(week.subscriptions, STYLES.count),
        integer(week.customers),
        integer(week.seats),
        fullest(week, capacityPerDay),
        bar(week.subscriptions, mostInWeek),
        text(closedText(week.monday, closed)),
      ];
      month = `${year} ${number}`;
      return { cells };
    }),
  ];
}

/** The weeks' rows with their header, for the filter. */
export function calendarFilter(rowCount: number): string {
  return `A${CALENDAR_HEAD}:P${rowCount}`;
}

function subtitle(plan: Plan, weeks: readonly SwitchWeek[]): Phrase {
  const subscriptions = weeks.reduce((sum, week) => sum + week.subscriptions, 0);
  if (subscriptions === 0) return say`Nothing has a switch date.`;
  const { subscriptions: capacity, customers } = plan.policy.capacityPerDay;
  const limits = [
    capacity === undefined ? "" : counted(capacity, "subscription"),
    customers === undefined ? "" : counted(customers, "customer"),
  ].filter((limit) => limit !== "");
  const limit = limits.length === 0 ? say`Days are not limited.` : say`At most ${joined(limits)} a day.`;
  return say`${counted(subscriptions, "subscription")}, ready or in review, in ${counted(weeks.length, "week")}. ${limit} Weeks without a switch are left out.`;
}

/** What the shades mean, from light to dark. */
function scale(most: number): readonly (GridCell | undefined)[] {
  const shades = [...new Set(HEAT_STYLES.map((_, shade) => lowest(shade, most)))].filter((from) => from <= most);
  return [
    text(word("Subscriptions a day:"), STYLES.faint),
    undefined,
    undefined,
    ...shades.map((from, index) => {
      const to = (shades[index + 1] ?? most + 1) - 1;
      return text(from === to ? String(from) : `${from}–${to}`, HEAT_STYLES[shadeOf(from, most)]);
    }),
    text(word("closed"), CLOSED_STYLE),
  ];
}

function dayCell(count: SwitchCount | undefined, closed: ClosedDay | undefined, most: number): GridCell {
  if (count !== undefined) return integer(count.subscriptions, HEAT_STYLES[shadeOf(count.subscriptions, most)]);
  return closed?.isForAll === true
    ? text(closed.kind === "weekday" ? "" : "–", CLOSED_STYLE)
    : text("", STYLES.openDay);
}

/** Shades by share of the fullest day, so that a quiet day and a full one are told apart in any book. */
function shadeOf(count: number, most: number): number {
  return Math.min(HEAT_STYLES.length - 1, Math.floor(((count - 1) * HEAT_STYLES.length) / most));
}

/** The smallest count of a shade. */
function lowest(shade: number, most: number): number {
  return Math.ceil((shade * most) / HEAT_STYLES.length) + 1;
}

/** How full the fullest day of the week is, by the limit that is nearer; its count where days are not limited. */
function fullest({ days }: SwitchWeek, limits: Policy["capacityPerDay"]): GridCell {
  const used = days.flatMap((count) => {
    if (count === undefined) return [];
    const shares = [
      limits.subscriptions === undefined ? 0 : count.subscriptions / limits.subscriptions,
      limits.customers === undefined ? 0 : count.customers / limits.customers,
    ];
    return [Math.max(...shares)];
  });
  if (limits.subscriptions === undefined && limits.customers === undefined) {
    return integer(Math.max(...days.map((count) => count?.subscriptions ?? 0)));
  }
  return { value: Math.max(0, ...used), style: STYLES.share };
}

/** Holidays and freezes of the week, in a few words; weekends go without saying. */
function closedText(monday: PlainDate, closed: ReadonlyMap<PlainDate, ClosedDay>): Spoken {
  const stretches: { name: string; reason: Value; from: PlainDate; to: PlainDate }[] = [];
  for (let on = monday; on < addDays(monday, 7); on = addDays(on, 1)) {
    const found = closed.get(on);
    if (found === undefined || found.kind === "weekday") continue;
    const given = english(found.reason);
    const [name, reason] = given === "" ? [found.kind, word(found.kind)] : [given, found.reason];
    const last = stretches.at(-1);
    if (last?.name === name && last.to === addDays(on, -1)) last.to = on;
    else stretches.push({ name, reason, from: on, to: on });
  }
  const { year } = partsOf(monday);
  return listed(
    stretches.map(({ reason, from, to }) => say`${days(from, to, year)} ${reason}`),
    "; ",
  );
}

function monthOf(on: PlainDate): Phrase {
  const { year, month } = partsOf(on);
  return say`${word(MONTHS[month - 1] ?? "", "month")} ${year}`;
}
