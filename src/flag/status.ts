import type { Finding } from "../findings/finding.ts";
import type { Status } from "../model/plan.ts";

/** What the findings of a subscription add up to. Information changes nothing. */
export function statusOf(findings: readonly Finding[]): Status {
  let status: Status = "ready";
  for (const { severity } of findings) {
    if (severity === "excluded") return "excluded";
    if (severity === "blocking") status = "blocked";
    else if (severity === "warning" && status === "ready") status = "review";
  }
  return status;
}
