import { said } from "../locale/language.ts";
import { amount, counted, day, listed, type Phrase, type Spoken, say, shortDay, word } from "../locale/sentence.ts";
import { partsOf } from "../model/plain-date.ts";
import type { Exclusion, Surveyed } from "../model/survey.ts";
import type { Choice, Undated } from "./choice.ts";
import type { Circumstances } from "./circumstances.ts";
import { autoRenewAssumed } from "./first-day-words.ts";
import { passedOver, search } from "./search-words.ts";

const EXCLUDED: Readonly<Record<Exclusion, string>> = {
  TRIAL: "it is a trial",
  NOT_ACTIVE: "it is deleted",
  ALREADY_OURS: "the new partner holds it already",
  NOT_LICENCE_BASED: "it is not licence-based",
  EXCLUDED_BY_DECISION: "a reviewer excluded it",
};

/** The sentence for what gets no day whatever the calendar says. */
export function explainUndated(
  { path, reason, switchOn, source }: Undated,
  { exclusions, subscription }: Surveyed,
): Phrase {
  if (reason === "EXCLUDED") {
    return say`Nothing to move: ${listed(
      exclusions.map((code) => word(EXCLUDED[code])),
      ", and ",
    )}.`;
  }
  if (reason === "DECISION") {
    if (path === "none") return say`Nothing to move: excluded by a decision (${source ?? ""}).`;
    const outcome = switchOn === undefined ? say`held` : say`so ${day(switchOn)}`;
    return say`The end of the term is not known; ${outcome} by a decision (${source ?? ""}).${termNote(subscription)}`;
  }
  return say`The end of the term is not known, so no day can be chosen.${termNote(subscription)}`;
}

/** A sentence that a customer could read: from the term end to the day, with what moved it, and what the overlap costs. */
export function explain(choice: Choice, circumstances: Circumstances): Phrase {
  const { surveyed, policy, fullness, told, language } = circumstances;
  const found = () => listed([...opening(choice, circumstances), ...search(choice, circumstances)], "; ");
  const clauses = [
    fullness.isShared ? told.of(choice, () => said(found(), language)) : found(),
    ending(choice, circumstances),
  ];
  const isForced = policy.path !== "auto" && policy.path !== choice.path;
  const pathNote = isForced
    ? say` The configured path "${policy.path}" is not possible here: "${choice.path}" instead.`
    : "";
  return say`${listed(clauses, "; ")}.${pathNote}${termNote(surveyed.subscription)}`;
}

function termNote({ term, unread }: Surveyed["subscription"]): Phrase | "" {
  if (term !== undefined) return "";
  const given = unread.find(({ field }) => field === "term")?.value;
  return given === undefined
    ? say` No term given: taken as annual.`
    : say` The term "${given}" is not understood: taken as annual.`;
}

/** Which term ends when, and whether it renews first. */
function opening(choice: Choice, circumstances: Circumstances): readonly Spoken[] {
  const { termEnd, renewedFirst } = choice;
  const { surveyed, firstTermEnd, today } = circumstances;
  const { subscription } = surveyed;
  if (renewedFirst) {
    const assumed = subscription.autoRenew === undefined ? autoRenewAssumed() : "";
    const end = day(firstTermEnd);
    const next = say`the next within reach ends ${day(termEnd)}`;
    const renewal =
      firstTermEnd < today
        ? say`Term ended ${end} and renewed${assumed}`
        : say`Term ends ${end} and renews first${assumed}`;
    return [renewal, ...passedOver(choice, circumstances), next];
  }
  const end = day(termEnd);
  if (subscription.term !== "P1M") return [termEnd < today ? say`Term ended ${end}` : say`Term ends ${end}`];
  const counting = termEnd === subscription.termEnd ? "" : say`, counted on month by month`;
  return [termEnd < today ? say`Monthly term ended ${end}${counting}` : say`Monthly term ends ${end}${counting}`];
}

function ending(choice: Choice, circumstances: Circumstances): Phrase {
  const { switchOn, termEnd, rule } = choice;
  const { from, to } = choice.sharedWindow ?? choice;
  const { year } = partsOf(termEnd);
  if (switchOn === undefined) {
    if (choice.decided !== undefined) return say`so it is held without a day`;
    // Days there were, and others have them.
    if (rule === "lapsing" && choice.uncrowdedOn === undefined) {
      return termEnd < circumstances.today ? say`so no day is left` : say`so the term ends before a switch is possible`;
    }
    if (from > to) return say`so no day is free`;
    if (from === to) return say`so no day is free, as only ${shortDay(from, year)} was left`;
    return say`so no day from ${shortDay(from, year)} to ${shortDay(to, year)} is free`;
  }
  const day = say`so ${shortDay(switchOn, year)}`;
  if (choice.path === "billing-transfer") return say`${day}, nothing is paid twice`;
  const overlap = say`${counted(circumstances.overlapDays ?? 0, "day")} of overlap${costWords(circumstances)}`;
  return rule === "cancellation" ? say`${day}, ${overlap} unless it is cancelled in time` : say`${day}, ${overlap}`;
}

function costWords({ overlapCost, currency }: Circumstances): Phrase | "" {
  if (overlapCost === undefined) return "";
  const cost = amount(overlapCost);
  return currency === "" ? say`, ${cost}` : say`, ${cost} ${currency}`;
}
