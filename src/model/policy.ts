import type { PlainDate } from "./plain-date.ts";

export const PATHS = ["billing-transfer", "repurchase", "channel-renewal", "none"] as const;
export type Path = (typeof PATHS)[number];

export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";

export interface Freeze {
  readonly from: PlainDate;
  /** Inclusive. */
  readonly to: PlainDate;
  readonly reason: string;
}

/** Section `policy` of the configuration, with every default filled in. */
export interface Policy {
  readonly path: "auto" | Exclude<Path, "none">;
  readonly seats: "purchased" | "assigned";
  readonly bufferDays: number;
  readonly minimumDays: number;
  readonly relationshipLeadDays: number;
  readonly groupDays: number;
  readonly workingDays: readonly Weekday[];
  readonly holidays: "none" | "partner" | "partner-and-customer";
  readonly freezes: readonly Freeze[];
  readonly capacityPerDay: { readonly subscriptions: number | undefined; readonly customers: number | undefined };
}
