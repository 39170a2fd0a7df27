import type { PlainDate } from "../model/plain-date.ts";
import type { Choice } from "./choice.ts";
import type { Choices } from "./choices.ts";
import { type Footing, freeDaysOf } from "./day-costs.ts";

/** A day that somebody decided for one of a base and its add-ons. */
interface Lead {
  readonly on: PlainDate;
  readonly source: string;
  readonly isBase: boolean;
}

interface Bundles {
  /** Places of those whose day somebody decided, and that take part of it. */
  readonly decided: readonly number[];
  readonly choices: Choices;
  /** By place, the base of what is an add-on; itself otherwise. */
  readonly roots: Int32Array;
  isMovable(index: number): boolean;
  footing(index: number): Footing;
}

/**
 * Those that follow a decision about another, by place: base and add-ons share one day (contract 6). They follow the base's;
 * else that of the add-ons, where these agree. Who may not switch on that day keeps its own.
 */
export function followersOf({ decided, choices, roots, isMovable, footing }: Bundles): ReadonlyMap<number, Choice> {
  const leads = leadsOf(decided, choices, roots);
  const following = new Map<number, Choice>();
  if (leads.size === 0) return following;
  roots.forEach((root, index) => {
    const lead = leads.get(root);
    if (lead === undefined || !isMovable(index)) return;
    const choice = choices.at(index);
    if (choice.kind !== "dated") return;
    const [from, to] = [lead.on, lead.on];
    const { calendar, from: first, to: last } = footing(index);
    if (lead.on < first || lead.on > last || freeDaysOf({ calendar, from, to }).length === 0) return;
    following.set(index, {
      ...choice,
      switchOn: lead.on,
      aloneOn: choice.switchOn === lead.on ? undefined : choice.switchOn,
      sharedWindow: { from, to, isBundle: true, best: { on: lead.on, because: undefined }, lead },
    });
  });
  return following;
}

/** By the place of a base, whose day its bundle follows. */
function leadsOf(decided: readonly number[], choices: Choices, roots: Int32Array): ReadonlyMap<number, Lead> {
  const leads = new Map<number, Lead>();
  const disagreeing = new Set<number>();
  for (const index of decided) {
    const choice = choices.at(index);
    const { switchOn: on } = choice;
    const source = (choice.kind === "dated" ? choice.decided?.source : choice.source) ?? "";
    const root = roots[index] as number;
    const isBase = root === index;
    const before = leads.get(root);
    if (on === undefined || before?.isBase === true) continue;
    if (!isBase && before !== undefined && before.on !== on) disagreeing.add(root);
    // Of those that agree the same one is named, whatever the order of the rows.
    if (isBase || before === undefined || source < before.source) leads.set(root, { on, source, isBase });
  }
  for (const root of disagreeing) if (leads.get(root)?.isBase !== true) leads.delete(root);
  return leads;
}
