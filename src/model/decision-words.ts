/** What a reviewer may decide on a subscription. */
export const SUBSCRIPTION_DECISIONS = ["approve", "hold", "exclude", "change"] as const;

/** What a reviewer may decide on a source offer. */
export const MAPPING_DECISIONS = ["accept", "use", "none"] as const;
