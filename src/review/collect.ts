import { english } from "../locale/english.ts";
import type { TypedDecision } from "../model/verdict.ts";
import { decidedText, decidesSomething, distinctText, saidBy } from "./agreement.ts";

export interface CollectedDecisions {
  /** Sorted by scope, key and source. */
  readonly decisions: readonly TypedDecision[];
  /** Keys on which people do not agree, each with everybody who said something. */
  readonly problems: readonly string[];
}

/**
 * Joins what several workbooks, or several rows of one, say about the same key: equal decisions on equal facts become one line
 * with everybody's name and comment; different ones all stay.
 */
export function collectDecisions(lines: readonly TypedDecision[]): CollectedDecisions {
  const groups = new Map<string, TypedDecision[]>();
  for (const line of [...lines].sort(byKeyAndSource)) {
    const name = `${line.scope}\n${line.key}`;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [line]);
    else group.push(line);
  }
  const decisions: TypedDecision[] = [];
  const problems: string[] = [];
  for (const group of groups.values()) {
    // Rows that lost their key may be about different things.
    const merged = group[0]?.key === "" ? group : mergeEqual(group);
    decisions.push(...merged);
    const said = new Map(merged.filter(decidesSomething).map((line) => [decidedText(line), line]));
    if (said.size < 2 || group[0]?.key === "") continue;
    const each = [...said.values()].map((line) => english(saidBy(line))).join("; ");
    problems.push(`${group[0]?.scope} ${group[0]?.key}: reviewers disagree, and neither is applied: ${each}.`);
  }
  return { decisions, problems };
}

function mergeEqual(group: readonly TypedDecision[]): readonly TypedDecision[] {
  const equal = new Map<string, TypedDecision[]>();
  for (const line of group) {
    const name = `${decidedText(line)}\n${JSON.stringify(line.unread ?? null)}\n${line.facts}`;
    const lines = equal.get(name);
    if (lines === undefined) equal.set(name, [line]);
    else lines.push(line);
  }
  return [...equal.values()].flatMap((lines) => {
    const [first] = lines;
    if (first === undefined) return [];
    return {
      ...first,
      reviewer: distinctText(lines.map(({ reviewer }) => reviewer)),
      comment: distinctText(lines.map(({ comment }) => comment)),
      source: distinctText(lines.map(({ source }) => source)),
    };
  });
}

function byKeyAndSource(a: TypedDecision, b: TypedDecision): number {
  if (a.scope !== b.scope) return a.scope < b.scope ? 1 : -1;
  if (a.key !== b.key) return a.key < b.key ? -1 : 1;
  if (a.source === b.source) return 0;
  return a.source < b.source ? -1 : 1;
}
