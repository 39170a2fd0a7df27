import type { Finding } from "../findings/finding.ts";
import type { Ruling } from "../model/decision.ts";
import type { Status } from "../model/plan.ts";

/**
 * What no approval passes: a region that nobody knows, a decision that was not applied, and what is to be said against the
 * approved day itself, which the reviewer could not see when typing it.
 */
export const NEVER_ACCEPTED: ReadonlySet<string> = new Set([
  "REGION_UNKNOWN",
  "DECISION_STALE",
  "DECISION_REFUSED",
  "DECIDED_AFTER_TERM_END",
  "DECIDED_BEFORE_EARLIEST",
  "DECIDED_DAY_NOT_FREE",
  "DECIDED_IN_RENEWAL",
]);

/**
 * What the findings of a subscription add up to. Information changes nothing; an approval accepts warnings, and a hold keeps
 * in review what nothing else holds.
 */
export function statusOf(findings: readonly Finding[], ruling?: Ruling): Status {
  let status: Status = ruling?.kind === "hold" ? "review" : "ready";
  for (const { severity, wording } of findings) {
    if (severity === "excluded") return "excluded";
    if (severity === "blocking") status = "blocked";
    else if (severity === "warning" && status === "ready" && !isAccepted(wording.code, ruling)) status = "review";
  }
  return status;
}

function isAccepted(code: string, ruling: Ruling | undefined): boolean {
  return ruling?.kind === "approve" && !NEVER_ACCEPTED.has(code);
}
