import type { Policy } from "../model/policy.ts";
import type { Partner } from "../model/region.ts";
import type { Surveyed } from "../model/survey.ts";
import { publicHolidays } from "../regions/public-holidays.ts";
import { type Calendar, calendarOf } from "./calendar.ts";
import { mapIn } from "./map-in.ts";

/** Finds the calendar of a subscription; subscriptions with the same places share one. */
export function calendarsFor(policy: Policy, partners: readonly Partner[]): (surveyed: Surveyed) => Calendar {
  const holidays = publicHolidays();
  const calendars = new Map<string, Map<string, Calendar>>();
  return ({ tenant }) => {
    const { partner, customer: own } = placesOf(tenant, partners[0]);
    const customer = policy.holidays === "partner-and-customer" ? own : "";
    const ofPartner = mapIn(calendars, partner);
    const known = ofPartner.get(customer);
    if (known !== undefined) return known;

    const places = policy.holidays === "none" ? [] : [partner, customer].filter((code) => code !== "");
    const calendar = calendarOf({ policy, places, holidays });
    ofPartner.set(customer, calendar);
    return calendar;
  };
}

/** Where partner and customer are, empty where not known. Until a customer can be routed, the first partner's days hold. */
function placesOf(
  { region, customer }: Surveyed["tenant"],
  first: Partner | undefined,
): { readonly partner: string; readonly customer: string } {
  const routed = ("partner" in region ? region.partner : undefined) ?? first;
  const country = "country" in region ? region.country : "";
  // A state of another country than the tenant's tells nothing about its holidays.
  const isOfCountry = country !== "" && customer.state?.startsWith(`${country}-`) === true;
  return {
    partner: routed === undefined ? "" : placeOf(routed),
    customer: isOfCountry ? (customer.state ?? country) : country,
  };
}

/** Country of a partner location, with its state where one is given: `DE`, `DE-BY`. */
export function placeOf({ country, state }: Pick<Partner, "country" | "state">): string {
  return state === undefined ? country : `${country}-${state}`;
}
