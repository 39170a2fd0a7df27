import { said } from "../locale/language.ts";
import { amount, counted, day, listed, type Phrase, type Spoken, say, shortDay, word } from "../locale/sentence.ts";
import { partsOf } from "../model/plain-date.ts";
import type { Exclusion, Surveyed } from "../model/survey.ts";
import { costOfWaiting } from "../model/waiting.ts";
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
  const { surveyed, policy, fullness, told, choiceNumber, language } = circumstances;
  const known = fullness.isShared ? told.at(choiceNumber) : undefined;
  const clauses = [known ?? found(), ending(choice, circumstances)];
  if (choice.switchOn === undefined) clauses.push(...waitingWords(choice, circumstances));
  const isForced = policy.path !== "auto" && policy.path !== choice.path;
  const pathNote = isForced
    ? say` The configured path "${policy.path}" is not possible here: "${choice.path}" instead.`
    : "";
  return say`${listed(clauses, "; ")}.${pathNote}${termNote(surveyed.subscription)}`;

  function found(): Spoken {
    const words = listed([...opening(choice, circumstances), ...search(choice, circumstances)], "; ");
    return fullness.isShared ? told.put(choiceNumber, said(words, language)) : words;
  }
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
  const { year } = partsOf(termEnd);
  if (switchOn === undefined) return heldWords(choice, circumstances);
  const day = say`so ${shortDay(switchOn, year)}`;
  if (choice.path === "billing-transfer") return say`${day}, nothing is paid twice`;
  const overlap = say`${counted(circumstances.overlapDays ?? 0, "day")} of overlap${costWords({ cost: circumstances.overlapCost, currency: circumstances.currency })}`;
  return rule === "cancellation" ? say`${day}, ${overlap} unless it is cancelled in time` : say`${day}, ${overlap}`;
}

function heldWords(choice: Choice, { today }: Circumstances): Phrase {
  const { termEnd, rule } = choice;
  const { from, to } = choice.sharedWindow ?? choice;
  const { year } = partsOf(termEnd);
  if (choice.decided !== undefined) return say`so it is held without a day`;
  // Days there were, and others have them.
  if (rule === "lapsing" && choice.uncrowdedOn === undefined) {
    return termEnd < today ? say`so no day is left` : say`so the term ends before a switch is possible`;
  }
  if (from > to) return say`so no day is free`;
  if (from === to) return say`so no day is free, as only ${shortDay(from, year)} was left`;
  return say`so no day from ${shortDay(from, year)} to ${shortDay(to, year)} is free`;
}

/** What follows without a day, and what that costs. */
function waitingWords({ rule }: Choice, { waiting, surveyed, today }: Circumstances): readonly Phrase[] {
  switch (waiting?.kind) {
    case undefined:
      return [];
    case "renews": {
      const [from, until] = [day(waiting.from), day(waiting.until)];
      const { autoRenew, currency } = surveyed.subscription;
      const price = costWords({ cost: costOfWaiting(waiting, surveyed.subscription), currency });
      if (waiting.from <= today) return [say`the renewed term runs from ${from} to ${until}${price}`];
      const assumed = autoRenew === undefined ? autoRenewAssumed() : "";
      return [say`left alone it renews${assumed} from ${from} to ${until}${price}`];
    }
    case "runsOn":
      return [say`left alone it runs on from ${day(waiting.from)} as a paid extended term`];
    case "ends":
      // Where the grace itself gave the days, it was told with them.
      return rule === "window" || rule === "transfer" ? [say`users keep access until ${day(waiting.accessUntil)}`] : [];
    default:
      return waiting satisfies never;
  }
}

function costWords({ cost, currency }: { readonly cost: number | undefined; readonly currency: string }): Phrase | "" {
  if (cost === undefined) return "";
  return currency === "" ? say`, ${amount(cost)}` : say`, ${amount(cost)} ${currency}`;
}
