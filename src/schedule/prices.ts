import type { Subscription } from "../model/subscription.ts";
import type { Surveyed } from "../model/survey.ts";

/** Per seat and month. */
export interface Price {
  readonly unitPrice: number;
  readonly currency: string;
}

/** By place in the list: what a seat of the new subscription costs, where a price list tells. */
export type NewPriceOf = (index: number) => Price | undefined;

/** The new subscription's price, else the one exported; undefined: nobody said. */
export function pricesOf(surveyed: readonly Surveyed[], newPriceOf: NewPriceOf | undefined): NewPriceOf {
  return (index) => {
    const listed = newPriceOf?.(index);
    if (listed !== undefined) return listed;
    const exported = surveyed[index]?.subscription;
    return exported !== undefined && hasPrice(exported) ? exported : undefined;
  };
}

function hasPrice(subscription: Subscription): subscription is Subscription & Price {
  return subscription.unitPrice !== undefined;
}
