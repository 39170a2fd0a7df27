import loadHighs, { type Highs } from "highs";

// A CommonJS package whose types speak of a default export that Node does not see.
const highs = await (loadHighs as unknown as () => Promise<Highs>)();

/** Days counted from 1970. The rules of contract 6 once more, written for tests from the contract alone. */
export interface OracleRow {
  readonly key: string;
  readonly customer: string;
  readonly path: "transfer" | "repurchase";
  /** Free grace of 30 days follows its term. */
  readonly hasGrace: boolean;
  readonly end: number;
  /** End of the next term, and of the one after it. */
  readonly nextEnd: number;
  readonly afterNextEnd: number;
  readonly renews: boolean;
  readonly seats: number;
  /** Hundredths of a month's price. */
  readonly price: number;
}

export interface OraclePolicy {
  readonly today: number;
  readonly leadDays: number;
  readonly bufferDays: number;
  readonly minimumDays: number;
  readonly frozen: readonly [from: number, to: number];
}

export interface OracleDay {
  readonly day: number;
  readonly laterTerm: number;
  readonly bufferDays: number;
  /** Hundredths of a month's price, times days. */
  readonly overlap: number;
}

// Day 0 was a Thursday.
export const isWorking = (day: number) => ![2, 3].includes(((day % 7) + 7) % 7);
export const isFree = (day: number, { frozen: [from, to] }: OraclePolicy) =>
  isWorking(day) && !(day >= from && day <= to);
const next = (day: number): number => (isWorking(day) ? day : next(day + 1));
const last = (day: number): number => (isWorking(day) ? day : last(day - 1));

/** Every free day that the rules allow, with what it costs; empty: it cannot be switched at all. */
export function allowedDays(row: OracleRow, policy: OraclePolicy): readonly OracleDay[] {
  const { end, nextEnd, afterNextEnd, renews } = row;
  const earliest = next(policy.today + policy.leadDays);
  const late = (day: number, termEnd: number) => Math.max(0, day - (termEnd - policy.bufferDays));
  const days = (from: number, to: number, of: (day: number) => Omit<OracleDay, "day">): OracleDay[] => {
    const found: OracleDay[] = [];
    for (let day = Math.max(from, earliest); day <= to; day += 1)
      if (isFree(day, policy)) found.push({ day, ...of(day) });
    return found;
  };
  const moved = (termEnd: number, laterTerm: number) => (day: number) => ({
    laterTerm,
    bufferDays: late(day, termEnd),
    overlap: 0,
  });
  const bought = (termEnd: number, coveredTo: number, laterTerm: number) => (day: number) => ({
    laterTerm,
    bufferDays: late(day, termEnd),
    overlap: Math.max(0, coveredTo - day) * row.seats * row.price,
  });
  if (row.path === "transfer") {
    const latest = last(end - 3);
    if (earliest <= latest) return days(earliest, latest, moved(end, 0));
    if (renews) {
      const first = days(end + 3, last(nextEnd - 3), moved(nextEnd, 0));
      return [...first, ...days(nextEnd + 3, last(afterNextEnd - 3), moved(afterNextEnd, 1))];
    }
  }
  const latest = last(end - policy.minimumDays);
  if (earliest <= latest) return days(earliest, latest, bought(end, end, 0));
  if (renews) {
    const week = days(end + 1, end + 7, bought(end, nextEnd, 0));
    const nextTerm = days(
      earliest,
      last(nextEnd - policy.minimumDays),
      bought(nextEnd, nextEnd, week.length === 0 ? 0 : 1),
    );
    const known = new Set(week.map(({ day }) => day));
    return [...week, ...nextTerm.filter(({ day }) => !known.has(day))];
  }
  const buffer = Math.min(end - policy.bufferDays, earliest);
  return days(earliest, row.hasGrace ? end + 30 : end, (day) => ({
    ...bought(end, end, 0)(day),
    bufferDays: Math.max(0, day - buffer),
  }));
}

export type OracleObjective = readonly [withoutDay: number, laterTerm: number, bufferDays: number, overlap: number];

/** The best objective under a limit of subscriptions a day, from a solver of others: level by level, each with those before it fixed. */
export function bestObjective(windows: readonly (readonly OracleDay[])[], most: number): OracleObjective {
  const columns = windows.flatMap((days, row) => [
    { row, day: undefined, costs: [1, 0, 0, 0] },
    ...days.map(({ day, laterTerm, bufferDays, overlap }) => ({
      row,
      day,
      costs: [0, laterTerm, bufferDays, overlap],
    })),
  ]);
  if (columns.length === 0) return [0, 0, 0, 0];
  const rows = new Map<string, string[]>();
  columns.forEach(({ row, day }, column) => {
    const names = day === undefined ? [`r${row}`] : [`r${row}`, `d${day}`];
    for (const name of names) rows.set(name, [...(rows.get(name) ?? []), `x${column}`]);
  });
  const constraints = [...rows].map(
    ([name, own]) => ` ${name}: ${own.join(" + ")} ${name.startsWith("r") ? "= 1" : `<= ${most}`}`,
  );
  const bounds = columns.map((_, column) => ` 0 <= x${column} <= 1`).join("\n");
  const found: number[] = [];
  for (let level = 0; level < 4; level += 1) {
    const terms = columns.flatMap(({ costs }, column) => (costs[level] === 0 ? [] : [`${costs[level]} x${column}`]));
    const sum = terms.length === 0 ? "0 x0" : terms.join(" + ");
    const model = `Minimize\n obj: ${sum}\nSubject To\n${constraints.join("\n")}\nBounds\n${bounds}\nEnd`;
    const solution = highs.solve(model);
    if (solution.Status !== "Optimal") throw new Error(`highs: ${solution.Status}`);
    const value = Math.round(solution.ObjectiveValue);
    found.push(value);
    constraints.push(` l${level}: ${sum} <= ${value}`);
  }
  return found as unknown as OracleObjective;
}
