import type { Catalogue } from "../catalogue/catalogue.ts";
import type { Ruling } from "../model/decision.ts";
import type { Policy } from "../model/policy.ts";
import type { Partner } from "../model/region.ts";

/** What a survey needs besides the book. */
export interface SurveyOptions {
  readonly partners: readonly Partner[];
  readonly policy: Policy;
  readonly catalogue: Catalogue;
  /** What people decided, parallel to the subscriptions; left out: nothing. */
  readonly rulings?: readonly (Ruling | undefined)[];
}
