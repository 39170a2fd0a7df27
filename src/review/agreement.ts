import { english } from "../locale/english.ts";
import { day, listed, type Phrase, say, type Value } from "../locale/sentence.ts";
import type { Decision } from "../model/decision.ts";
import { readFacts } from "../model/decision-facts.ts";
import type { RefusedDecision, StaleDecision, TypedDecision } from "../model/verdict.ts";

/** What several lines on one key come to. */
export interface Agreement {
  /** The decision that they all state; undefined: none, or none that can be applied. */
  readonly chosen: TypedDecision | undefined;
  /** All lines that say what the chosen one says. */
  readonly agreeing: readonly TypedDecision[];
  /** What the next workbook shows in place: nothing that was typed is lost. */
  readonly shown: Decision;
  readonly stale: readonly StaleDecision[];
  readonly refused: readonly RefusedDecision[];
}

/** `lines`: all that was typed on one key, at least one. `facts`: what is so today. */
export function agree(lines: readonly TypedDecision[], facts: string): Agreement {
  const deciding = lines.filter(decidesSomething);
  const distinct = [...new Map(deciding.map((line) => [decidedText(line), line])).values()];
  const [only, other] = distinct;
  const none = { chosen: undefined, agreeing: [], stale: [], refused: [] };
  if (only === undefined) return { ...none, shown: shownOf(lines, undefined) };
  if (other !== undefined) {
    const reason = say`reviewers disagree: ${listed(distinct.map(saidBy), "; ")}`;
    return { ...none, shown: shownOf(lines, undefined), refused: refusals(deciding, reason) };
  }
  const shown = shownOf(lines, only);
  const problem = deciding.find((line) => line.problem !== undefined)?.problem;
  if (problem !== undefined) return { ...none, shown, refused: refusals(deciding, problem) };

  const outdated = deciding.map((line) => ({ line, changed: changedFacts(line.facts, facts) }));
  const current = outdated.find(({ changed }) => changed.length === 0)?.line;
  if (current !== undefined) return { ...none, chosen: current, agreeing: deciding, shown };
  const stale = outdated.map(({ line, changed }) => ({ decision: line.decision, source: line.source, changed }));
  return { ...none, shown, stale };
}

/** False for a line with nothing but a comment or a reviewer. */
export function decidesSomething({ decision, target, seats, date, problem }: TypedDecision): boolean {
  return decision !== "" || target !== "" || seats !== undefined || date !== undefined || problem !== undefined;
}

/** Equal for two lines that decide the same. */
export function decidedText({ decision, target, seats, date, problem }: TypedDecision): string {
  return JSON.stringify([decision.toLowerCase(), target, seats ?? null, date ?? null, english(problem ?? "")]);
}

/** "Anna: change, seats 30 (plan.xlsx, Plan!D7)". */
export function saidBy(line: TypedDecision): Phrase {
  const { decision, target, seats, date, reviewer, source } = line;
  const parts = [
    decision === "" ? say`no decision` : decision,
    target === "" ? "" : say`target ${target}`,
    seats === undefined ? "" : say`seats ${seats}`,
    date === undefined ? "" : say`date ${day(date)}`,
  ];
  return say`${reviewer === "" ? say`somebody` : reviewer}: ${listed(parts, ", ")} (${source})`;
}

/** Marks a fact that the reviewer changed in the workbook. */
const CHANGED = "changed_";

/** The facts that the reviewer saw otherwise. What a reviewer did not see is not compared. */
function changedFacts(seen: string, now: string): StaleDecision["changed"] {
  const today = readFacts(now);
  return [...readFacts(seen)].flatMap(([name, value]) => {
    const current = today.get(name);
    if (name.startsWith(CHANGED)) return [{ name: name.slice(CHANGED.length), seen: value, now: "as in the plan" }];
    return current === undefined || current === value ? [] : [{ name, seen: value, now: current }];
  });
}

export function refusals(lines: readonly TypedDecision[], reason: Value): readonly RefusedDecision[] {
  return lines.map(({ decision, source }) => ({ decision, source, reason }));
}

/** The decision with everybody's comments; where they disagree, what each said becomes a comment. */
function shownOf(lines: readonly TypedDecision[], chosen: TypedDecision | undefined): Decision {
  const [first] = lines;
  if (first === undefined) throw new Error("Nothing was typed on this key.");
  const isDisputed = chosen === undefined && lines.some(decidesSomething);
  const comments = lines.map((line) => {
    const said = isDisputed && decidesSomething(line) ? english(saidBy(line)) : "";
    return [said, line.comment].filter((part) => part !== "").join(" · ");
  });
  const { problem: _, ...shown } = chosen ?? { ...first, decision: "", target: "", seats: undefined, date: undefined };
  return {
    ...shown,
    reviewer: isDisputed ? "" : distinctText(lines.map((line) => line.reviewer)),
    comment: distinctText(comments),
  };
}

/** Joined by "; ", none twice, the empty ones left out. */
export function distinctText(texts: readonly string[]): string {
  return [...new Set(texts.filter((text) => text !== ""))].join("; ");
}
