import type { AnyWording } from "./findings/finding.ts";
import { rules } from "./flag/rules/index.ts";
import { ingestNotices } from "./ingest/notices.ts";

/** Every finding that a run can raise, in the order in which a reader meets them. */
export const legend: readonly AnyWording[] = [...ingestNotices, ...rules];
