import type { Ruling } from "../model/decision.ts";
import type { PlainDate } from "../model/plain-date.ts";
import type { Path, Policy } from "../model/policy.ts";
import type { Surveyed } from "../model/survey.ts";
import { chooseTransfer, laterTransfers } from "./billing-transfer.ts";
import type { Calendar } from "./calendar.ts";
import type { Choice, Undated } from "./choice.ts";
import { asksForPurchase, heldByDecision, onDecidedDay } from "./decided.ts";
import { pathOf } from "./path.ts";
import { chooseAfterTerm, chooseRepurchase } from "./repurchase.ts";
import type { Terms } from "./terms.ts";

export interface ChooseContext {
  readonly calendar: Calendar;
  /** Undefined: nobody can say when the current term ends. */
  readonly terms: Terms | undefined;
  readonly policy: Policy;
  readonly today: PlainDate;
}

/** The window of one subscription and the day it would take if it were alone in the book. */
export function chooseAlone(
  surveyed: Surveyed,
  context: ChooseContext,
  { mustBuy, ruling }: { readonly mustBuy: boolean; readonly ruling: Ruling | undefined },
): Choice | Undated {
  const path = pathOf(surveyed, context.policy, mustBuy || asksForPurchase(ruling, surveyed));
  if (ruling?.kind === "exclude") return { kind: "undated", path: "none", reason: "DECISION", source: ruling.source };
  if (path === "none") return { kind: "undated", path, reason: "EXCLUDED" };
  if (context.terms === undefined) return withoutTermEnd(path, ruling);
  const search = searchOf(surveyed, context);
  const choice =
    (path === "billing-transfer" ? chooseTransfer(search) : undefined) ??
    chooseRepurchase(path === "billing-transfer" ? "repurchase" : path, search);
  if (ruling?.kind === "hold") return heldByDecision(choice, ruling);
  return ruling?.switchOn === undefined ? choice : onDecidedDay(choice, ruling.switchOn, ruling, search);
}

function withoutTermEnd(path: Path, ruling: Ruling | undefined): Undated {
  const { kind, switchOn, source } = ruling ?? {};
  if (source === undefined || (kind !== "hold" && switchOn === undefined)) {
    return { kind: "undated", path, reason: "TERM_END_UNKNOWN" };
  }
  const day = kind === "hold" || switchOn === undefined ? {} : { switchOn };
  return { kind: "undated", path, reason: "DECISION", source, ...day };
}

/** Behind the term end, where grace allows it; else the choice as it was. */
export function chooseBehindTerm(choice: Choice, surveyed: Surveyed, context: ChooseContext): Choice {
  return chooseAfterTerm(choice, searchOf(surveyed, context)) ?? choice;
}

/** What the rules allow in later terms, where the days of this choice are full. Only what renews first is asked again. */
export function laterChoices(choice: Choice, surveyed: Surveyed, context: ChooseContext): readonly Choice[] {
  if (choice.rule !== "cancellation" && choice.rule !== "transfer") return [];
  const search = searchOf(surveyed, context);
  if (choice.rule === "transfer") return laterTransfers(choice, search);
  return [chooseRepurchase(choice.path, search, choice.termEnd)];
}

function searchOf(surveyed: Surveyed, { terms, calendar, policy, today }: ChooseContext) {
  if (terms === undefined) throw new Error(`Subscription "${surveyed.subscription.key}" was dated without a term end.`);
  return { surveyed, terms, calendar, policy, today };
}
