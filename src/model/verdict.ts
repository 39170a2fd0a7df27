import type { Value } from "../locale/sentence.ts";
import type { Decision, Ruling } from "./decision.ts";

/** A line of decisions.csv with what is wrong with it, where something is. */
export interface TypedDecision extends Decision {
  /** Why it cannot be applied as it was typed: the cell, what it holds, what is allowed. */
  readonly problem?: Value;
  /** What was typed as seats or date and is none. */
  readonly unread?: { readonly seats?: string; readonly date?: string };
}

/** A decision whose reviewer saw other facts than those of today. */
export interface StaleDecision {
  readonly decision: string;
  readonly source: string;
  readonly changed: readonly { readonly name: string; readonly seen: string; readonly now: string }[];
}

export interface RefusedDecision {
  readonly decision: string;
  readonly source: string;
  readonly reason: Value;
}

/** What came of the decisions on one subscription, its own and those on its source offer. */
export interface Verdict {
  /** What holds; undefined: nothing was decided, or nothing of it holds. */
  readonly ruling: Ruling | undefined;
  /** What was typed on the subscription itself, to be shown in place; undefined: nothing. */
  readonly typed: Decision | undefined;
  readonly stale: readonly StaleDecision[];
  readonly refused: readonly RefusedDecision[];
}

/** A decision that was not applied, and why. */
export interface UnappliedDecision {
  readonly decision: TypedDecision;
  readonly reason: Value;
}
