import Holidays from "date-holidays";
import { addDays, dayOf, type PlainDate } from "../model/plain-date.ts";

/** Names by day, in English. The place is a country, or a state of it: `DE`, `DE-BY`. */
export type HolidayLookup = (place: string, year: number) => ReadonlyMap<PlainDate, string>;

// Outside these years the library computes for minutes (year 1) or has no moon calendars: such days count as ordinary ones.
const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;
const MS_PER_HOUR = 3_600_000;
const none: ReadonlyMap<PlainDate, string> = new Map();

/** The states of a country whose holidays are known, by code, with their names; none where only the whole country's are. */
export function statesOf(country: string): ReadonlyMap<string, string> {
  return new Map(Object.entries(new Holidays().getStates(country) ?? {}));
}

/** Looks up public holidays; each place and year is computed once. A country that the library does not know has none. */
export function publicHolidays(): HolidayLookup {
  const places = new Map<string, Holidays>();
  const known = new Map<string, ReadonlyMap<PlainDate, string>>();
  return (place, year) => {
    if (place === "" || year < FIRST_YEAR || year > LAST_YEAR) return none;
    const id = `${place} ${year}`;
    const before = known.get(id);
    if (before !== undefined) return before;

    const [country = "", state] = place.split("-");
    const holidays = places.get(place) ?? (state === undefined ? new Holidays(country) : new Holidays(country, state));
    places.set(place, holidays);
    // A holiday that begins on the last days of December may reach into this year.
    const days = new Map([...daysOf(holidays, year - 1), ...daysOf(holidays, year)]);
    known.set(id, days);
    return days;
  };
}

/** Only type "public"; `date` is the day in the country itself, so that the zone of this machine does not matter. */
function daysOf(holidays: Holidays, year: number): [PlainDate, string][] {
  const days: [PlainDate, string][] = [];
  for (const { type, date, name, start, end } of holidays.getHolidays(year, "en")) {
    if (type !== "public") continue;
    const [dayYear, month, day] = date.slice(0, 10).split("-").map(Number);
    const first = dayOf(dayYear ?? 0, month ?? 0, day ?? 0);
    if (first === undefined) throw new Error(`date-holidays gave "${date}" as a day.`);
    // Half days are working days; a day of the change to summer time has 23 hours.
    const length = Math.floor((end.getTime() - start.getTime() + MS_PER_HOUR) / (24 * MS_PER_HOUR));
    for (let offset = 0; offset < length; offset += 1) days.push([addDays(first, offset), name]);
  }
  return days;
}
