import type { Policy } from "./policy.ts";
import type { Partner } from "./region.ts";
import type { Channel, Segment } from "./subscription.ts";

/** An entry of `files`: what an export of one tenant does not say itself. */
export interface FileEntry {
  /** Glob, relative to the configuration's folder. */
  readonly match: string;
  readonly customer:
    | { readonly tenantId: string; readonly name: string; readonly domain: string; readonly country: string }
    | undefined;
  readonly channel: Channel | undefined;
  readonly segment: Segment | undefined;
}

/** The configuration as the core uses it: checked, defaults filled in. */
export interface Configuration {
  readonly partners: readonly Partner[];
  readonly files: readonly FileEntry[];
  readonly policy: Policy;
}

export type DateOrder = "dmy" | "mdy";
