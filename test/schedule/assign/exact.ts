import loadHighs, { type Highs } from "highs";
import { HELD, type Problem } from "../../../src/schedule/assign/problem.ts";

// A CommonJS package whose types speak of a default export that Node does not see.
const highs = await (loadHighs as unknown as () => Promise<Highs>)();

/** The cost of an optimum by level, from a solver of others: one linear program a level, each with the levels before it fixed. */
export function exactCost({ kinds, tasks: { kindOf, weightOf }, capacity }: Problem): {
  readonly late: number;
  readonly overlap: number;
} {
  const tasks = Array.from(kindOf, (kind, task) => ({ kind, weight: weightOf[task] ?? 0 }));
  const columns = tasks.flatMap(({ kind, weight }, task) => [
    { task, day: -1, late: HELD_UNITS, overlap: 0 },
    ...[...(kinds[kind]?.days ?? [])].map((day, position) => ({
      task,
      day,
      late: kinds[kind]?.late[position] ?? 0,
      overlap: weight * (kinds[kind]?.overlap[position] ?? 0),
    })),
  ]);
  if (columns.length === 0) return { late: 0, overlap: 0 };
  const sum = (terms: readonly string[]) => (terms.length === 0 ? "0 x0" : terms.join(" + "));
  const rows = [
    ...tasks.map((_, task) => {
      const own = columns.flatMap((column, index) => (column.task === task ? [`x${index}`] : []));
      return ` t${task}: ${sum(own)} = 1`;
    }),
    ...[...capacity].flatMap((most, day) => {
      const own = columns.flatMap((column, index) => (column.day === day ? [`x${index}`] : []));
      return own.length === 0 ? [] : [` d${day}: ${sum(own)} <= ${most}`];
    }),
  ];
  const objective = (level: "late" | "overlap") =>
    sum(columns.flatMap((column, index) => (column[level] === 0 ? [] : [`${column[level]} x${index}`])));
  const solve = (level: "late" | "overlap", extra: readonly string[]) => {
    const model = `Minimize\n obj: ${objective(level)}\nSubject To\n${[...rows, ...extra].join("\n")}\nBounds\n${columns
      .map((_, index) => ` 0 <= x${index} <= 1`)
      .join("\n")}\nEnd`;
    const solution = highs.solve(model);
    if (solution.Status !== "Optimal") throw new Error(`highs: ${solution.Status}`);
    return Math.round(solution.ObjectiveValue);
  };
  const late = solve("late", []);
  const overlap = solve("overlap", [` late: ${objective("late")} <= ${late}`]);
  const held = Math.floor(late / HELD_UNITS);
  return { late: late - held * HELD_UNITS + held * HELD, overlap };
}

// A held task costs more than all lateness together, and small enough for a solver of floating numbers.
const HELD_UNITS = 100_000;
