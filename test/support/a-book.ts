import type { Ingested } from "../../src/model/ingested.ts";
import type { Subscription, Usage } from "../../src/model/subscription.ts";

/** A book of these records; nothing was rejected. */
export function aBook(subscriptions: readonly Subscription[], usage: readonly Usage[] = []): Ingested {
  return { subscriptions, usage, customers: [], rejected: [], files: [], notices: [] };
}
