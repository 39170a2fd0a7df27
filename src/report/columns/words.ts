import { type Spoken, word } from "../../locale/sentence.ts";
import type { Customer } from "../../model/customer.ts";
import type { Target } from "../../model/offer.ts";
import type { RegionVerdict } from "../../model/region.ts";
import type { SourceProduct } from "../../model/subscription.ts";

/** Lists in a cell. */
export function joined(items: readonly string[]): string {
  return items.join(";");
}

export function yesNo(answer: boolean | undefined): Spoken | undefined {
  if (answer === undefined) return undefined;
  return answer ? YES : NO;
}

const YES = word("yes");
const NO = word("no", "answer");
export function countriesText(customer: Customer): string {
  return joined(customer.countries.map((claim) => claim.country));
}

/** The partner location that serves the tenant; also where its countries disagree but lead to one location. */
export function partnerIdOf(region: RegionVerdict): string | undefined {
  return "partner" in region ? region.partner?.id : undefined;
}

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The product as a person would call it: its name, else an id that can be read aloud, else the first id. */
export function sourceOfferText({ name, ids }: SourceProduct): string | undefined {
  return name === "" ? (ids.find((id) => !GUID.test(id)) ?? ids[0]) : name;
}

/** Offers ordered together are joined by " + "; an offer whose id is not known adds none. */
export function targetIdsText(target: Target): string {
  return target.offers
    .map((offer) => offer.productSku)
    .filter((productSku) => productSku !== "")
    .join(" + ");
}

export function targetNamesText(target: Target): string {
  return target.offers.map((offer) => offer.name).join(" + ");
}
