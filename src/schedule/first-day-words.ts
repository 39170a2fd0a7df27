import { counted, type Phrase, type Spoken, say, shortDay } from "../locale/sentence.ts";
import type { PlainDate } from "../model/plain-date.ts";
import type { Choice } from "./choice.ts";
import type { Circumstances } from "./circumstances.ts";
import { refusalReason } from "./constraints/constraint.ts";
import { leadDaysOf } from "./lead-time.ts";

/** "24 Mar", or "25 Apr, a Sunday" where nobody works on that day of the week. */
export function dayOffWords(on: PlainDate, { calendar }: Circumstances, year: number): Phrase {
  const refusal = calendar.refusalOn(on);
  return say`${shortDay(on, year)}${refusal?.kind === "weekday" ? say`, a ${refusalReason(refusal)}` : ""}`;
}

/** Why the ordinary window is over. */
export function tooLate(
  { earliestOn, latestOn }: Pick<Choice, "earliestOn" | "latestOn">,
  circumstances: Circumstances,
  year: number,
): Phrase {
  const latest = shortDay(latestOn, year);
  const lead = leadWords(circumstances, year);
  const first = shortDay(earliestOn, year);
  const spare = counted(circumstances.policy.minimumDays, "day");
  return latestOn < circumstances.today
    ? say`${lead}the first possible day is ${first}, and the last with ${spare} to spare was ${latest}`
    : say`${lead}the first possible day is ${first}, and the last with ${spare} to spare is ${latest}`;
}

export function nothingBefore(on: Spoken, circumstances: Circumstances, year: number): Phrase {
  return say`${leadWords(circumstances, year)}nothing can be before ${on}`;
}

function leadWords({ surveyed, policy, today }: Circumstances, year: number): Phrase | "" {
  const leadDays = leadDaysOf(surveyed.subscription, policy);
  return leadDays === 0
    ? ""
    : say`the relationship takes ${counted(leadDays, "day")} from ${shortDay(today, year)}, so `;
}

export function autoRenewAssumed(): Phrase {
  return say` (auto-renew is not known, taken as on)`;
}
