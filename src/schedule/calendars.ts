import type { Policy } from "../model/policy.ts";
import type { Partner } from "../model/region.ts";
import type { Surveyed } from "../model/survey.ts";
import { type Calendar, calendarOf } from "./calendar.ts";
import { publicHolidays } from "./public-holidays.ts";

/** Finds the calendar of a subscription; subscriptions with the same countries share one. */
export function calendarsFor(policy: Policy, partners: readonly Partner[]): (surveyed: Surveyed) => Calendar {
  const holidays = publicHolidays();
  const calendars = new Map<string, Calendar>();
  return ({ tenant }) => {
    const { partner, country } = placesOf(tenant.region, partners[0]);
    const customer = policy.holidays === "partner-and-customer" ? country : "";
    const key = `${partner} ${customer}`;
    const known = calendars.get(key);
    if (known !== undefined) return known;

    const countries = policy.holidays === "none" ? [] : [partner, customer].filter((code) => code !== "");
    const calendar = calendarOf({ policy, countries, holidays });
    calendars.set(key, calendar);
    return calendar;
  };
}

/** Countries of partner and customer, empty where not known. Until a customer can be routed, the first partner's days hold. */
function placesOf(
  region: Surveyed["tenant"]["region"],
  first: Partner | undefined,
): { readonly partner: string; readonly country: string } {
  const routed = "partner" in region ? region.partner : undefined;
  return { partner: (routed ?? first)?.country ?? "", country: "country" in region ? region.country : "" };
}
