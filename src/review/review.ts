import type { Catalogue } from "../catalogue/catalogue.ts";
import { listed, say, type Value } from "../locale/sentence.ts";
import type { Decision } from "../model/decision.ts";
import { mappingFacts, subscriptionFacts } from "../model/decision-facts.ts";
import { mappingKey } from "../model/mapping-key.ts";
import type { Identity } from "../model/offer.ts";
import type { Plan, PlannedSubscription } from "../model/plan.ts";
import type { RefusedDecision, StaleDecision, TypedDecision, UnappliedDecision, Verdict } from "../model/verdict.ts";
import { type Agreement, agree, refusals } from "./agreement.ts";
import { type MappingRuling, mappingRuling, withMapping } from "./mapping-ruling.ts";
import { subscriptionRuling } from "./subscription-ruling.ts";

export interface Reviewed {
  /** Parallel to the plan's subscriptions; undefined: nobody decided anything on it. */
  readonly verdicts: readonly (Verdict | undefined)[];
  /** By the keys of the mapping's lines: what was typed there. */
  readonly typedOnMappings: ReadonlyMap<string, Decision>;
  readonly unapplied: readonly UnappliedDecision[];
}

/**
 * Takes what people decided and the plan without it; gives what holds for each subscription, and each decision that does not
 * hold with its reason. Promises: a decision is applied whole or not at all; one that is not is in `unapplied`, and where its
 * subscription is in the plan, in that verdict. Two that disagree are both there. The order of the decisions makes no difference.
 */
export function review(decisions: readonly TypedDecision[], plan: Plan, catalogue: Catalogue): Reviewed {
  const onSubscriptions = byKey(decisions.filter(({ scope }) => scope === "subscription"));
  const onMappings = byKey(decisions.filter(({ scope }) => scope === "mapping"));
  const unapplied: UnappliedDecision[] = [];
  const typedOnMappings = new Map<string, Decision>();
  const mappingVerdicts = new Map<string, JudgedMapping>();

  for (const line of plan.mappings) {
    const typed = onMappings.get(line.key);
    if (typed === undefined) continue;
    onMappings.delete(line.key);
    const agreement = agree(typed, mappingFacts(line));
    typedOnMappings.set(line.key, agreement.shown);
    const judged = judge(agreement, (decision) => mappingRuling(decision, line, catalogue));
    mappingVerdicts.set(line.key, { ...judged, typed });
    unapplied.push(...unappliedOf(typed, judged));
  }

  const keys = new Map<Identity, string>();
  const keyOf = (identity: Identity): string => {
    const key = keys.get(identity) ?? mappingKey(identity);
    keys.set(identity, key);
    return key;
  };
  const verdicts = plan.subscriptions.map((planned) => {
    const { key } = planned.subscription;
    const typed = onSubscriptions.get(key);
    onSubscriptions.delete(key);
    const onOffer = mappingVerdicts.size === 0 ? undefined : mappingVerdicts.get(keyOf(planned.identity));
    if (typed === undefined && onOffer === undefined) return undefined;
    const { verdict, own } = verdictOf(planned, typed, onOffer, catalogue);
    if (typed !== undefined && own !== undefined) unapplied.push(...unappliedOf(typed, own));
    return verdict;
  });

  for (const [scope, left] of [
    ["subscription", onSubscriptions],
    ["mapping", onMappings],
  ] as const) {
    const reason =
      scope === "subscription"
        ? say`no subscription of this key is in the book any more`
        : say`no subscription of the book has this source offer any more`;
    for (const decision of [...left.values()].flat()) {
      const reasons = [decision.problem ?? "", decision.key === "" ? "" : reason];
      unapplied.push({ decision, reason: listed(reasons, "; ") });
    }
  }
  return { verdicts, typedOnMappings, unapplied: unapplied.sort(bySource) };
}

interface Judged<Result> {
  readonly ruling: Result | undefined;
  readonly stale: readonly StaleDecision[];
  readonly refused: readonly RefusedDecision[];
}

type JudgedMapping = Judged<MappingRuling> & { readonly typed: readonly TypedDecision[] };

/** Either what the decision comes to, or why it comes to nothing. */
function judge<Result>(
  { chosen, agreeing, stale, refused }: Agreement,
  ruled: (decision: TypedDecision) => Result | { readonly refused: Value },
): Judged<Result> {
  if (chosen === undefined) return { ruling: undefined, stale, refused };
  const ruling = ruled(chosen);
  if (!isRefusal(ruling)) return { ruling, stale, refused };
  return { ruling: undefined, stale, refused: [...refused, ...refusals(agreeing, ruling.refused)] };
}

function isRefusal(ruling: unknown): ruling is { readonly refused: Value } {
  return typeof ruling === "object" && ruling !== null && "refused" in ruling;
}

function verdictOf(
  planned: PlannedSubscription,
  typed: readonly TypedDecision[] | undefined,
  onOffer: JudgedMapping | undefined,
  catalogue: Catalogue,
): { readonly verdict: Verdict; readonly own: Judged<Verdict["ruling"]> | undefined } {
  const agreement = typed === undefined ? undefined : agree(typed, subscriptionFacts(planned));
  const own = agreement && judge(agreement, (decision) => subscriptionRuling(decision, planned, catalogue));
  const verdict: Verdict = {
    ruling: withMapping(own?.ruling, onOffer?.ruling, planned),
    typed: agreement?.shown,
    // Whoever decided on the subscription itself need not be asked for its offer's decision, too.
    stale: own?.ruling === undefined ? [...(own?.stale ?? []), ...(onOffer?.stale ?? [])] : own.stale,
    refused: [...(own?.refused ?? []), ...(own?.ruling === undefined ? (onOffer?.refused ?? []) : [])],
  };
  return { verdict, own };
}

function unappliedOf(typed: readonly TypedDecision[], judged: Judged<unknown>): readonly UnappliedDecision[] {
  const reasons = new Map<string, Value>();
  for (const { source, changed } of judged.stale) {
    const each = changed.map(({ name, seen, now }) => say`${name} was "${seen}", is "${now}"`);
    reasons.set(source, say`the facts have changed: ${listed(each, "; ")}`);
  }
  for (const { source, reason } of judged.refused) reasons.set(source, reason);
  return typed.flatMap((decision) => {
    const reason = reasons.get(decision.source);
    return reason === undefined ? [] : [{ decision, reason }];
  });
}

function byKey(decisions: readonly TypedDecision[]): Map<string, readonly TypedDecision[]> {
  const groups = new Map<string, TypedDecision[]>();
  for (const decision of [...decisions].sort((a, b) => (a.source < b.source ? -1 : 1))) {
    const group = groups.get(decision.key);
    if (group === undefined) groups.set(decision.key, [decision]);
    else group.push(decision);
  }
  return groups;
}

function bySource(a: UnappliedDecision, b: UnappliedDecision): number {
  const [one, other] = [`${a.decision.scope}\n${a.decision.key}`, `${b.decision.scope}\n${b.decision.key}`];
  if (one !== other) return one < other ? -1 : 1;
  return a.decision.source < b.decision.source ? -1 : 1;
}
