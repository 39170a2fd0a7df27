import type { Finding } from "../findings/finding.ts";
import type { Ruling } from "../model/decision.ts";
import type { Status } from "../model/plan.ts";

/** What no approval passes: a person does not know the region either, and a decision that fell through was not applied. */
const NEVER_ACCEPTED: ReadonlySet<string> = new Set(["REGION_UNKNOWN", "DECISION_STALE", "DECISION_REFUSED"]);

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
