import type { AnyRule } from "../findings/define-rule.ts";
import type { Surveyed } from "../model/survey.ts";
import { type FlagContext, subjectOf } from "./flag.ts";
import { rules } from "./rules/index.ts";

/** Having no day is what scheduling itself decides. */
const FOR_LACK_OF_A_DAY: ReadonlySet<string> = new Set(["NO_FREE_DAY", "TERM_ENDS_TOO_SOON"]);
const blocking: readonly AnyRule[] = rules.filter(
  ({ code, severity, severityOf }) =>
    (severity === "blocking" || severityOf !== undefined) && !FOR_LACK_OF_A_DAY.has(code),
);

/** Places of what is blocked for another reason than the lack of a day: the rules alone, without making findings of them. */
export function blockedPlaces(surveyed: readonly Surveyed[], context: FlagContext): ReadonlySet<number> {
  const places = new Set<number>();
  surveyed.forEach((one, place) => {
    if (one.exclusions.length > 0) return;
    const subject = subjectOf(one, place, context);
    for (const rule of blocking) {
      const facts: unknown = rule.check(subject);
      if (facts === undefined || (rule.severityOf?.(facts) ?? rule.severity) !== "blocking") continue;
      places.add(place);
      return;
    }
  });
  return places;
}
