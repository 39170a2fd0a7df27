import type { CatalogueOffer } from "../catalogue/catalogue.ts";
import { addDays, type PlainDate } from "../model/plain-date.ts";

/** As far as is known: an unknown country rules nothing out. */
export function isSoldIn({ countries }: CatalogueOffer, country: string | undefined): boolean {
  return countries === undefined || country === undefined || countries.has(country);
}

/**
 * Equal keys for two days and two countries between which no dated fact of the catalogue changes or differs, and the same offers
 * are sold.
 * A million subscriptions have thousands of days and countries, but only a handful of such markets.
 */
export function marketKeys(offers: readonly CatalogueOffer[]): (day: PlainDate, country: string | undefined) => number {
  const facts = offers.flatMap((offer) => offer.saleFacts);
  const turns = turningDays(facts);
  const countryLists = new Map<string, ReadonlySet<string>>();
  for (const { countries } of facts) {
    if (countries === undefined) continue;
    const list = "only" in countries ? countries.only : countries.except;
    countryLists.set([...list].sort().join(), list);
  }

  const limited = offers.filter((offer) => offer.countries !== undefined);
  const groups = new Map<string, number>();
  const groupOfCountry = new Map<string, number>();
  const groupOf = (country: string): number => {
    const known = groupOfCountry.get(country);
    if (known !== undefined) return known;
    const inLists = [...countryLists.values()].map((list) => (list.has(country) ? "1" : "0"));
    const sold = limited.map((offer) => (isSoldIn(offer, country) ? "1" : "0"));
    const membership = [...inLists, ...sold].join("");
    const group = groups.get(membership) ?? groups.size + 1;
    groups.set(membership, group);
    groupOfCountry.set(country, group);
    return group;
  };

  return (day, country) => {
    const group = country === undefined ? 0 : groupOf(country);
    return group * (turns.length + 1) + turnsUpTo(turns, day);
  };
}

/** Every day on which some fact begins or has just ended, ascending. */
function turningDays(facts: readonly { from: PlainDate | undefined; until: PlainDate | undefined }[]): PlainDate[] {
  const days = new Set<PlainDate>();
  for (const { from, until } of facts) {
    if (from !== undefined) days.add(from);
    if (until !== undefined) days.add(addDays(until, 1));
  }
  return [...days].sort((a, b) => a - b);
}

function turnsUpTo(turns: readonly PlainDate[], day: PlainDate): number {
  let low = 0;
  let high = turns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((turns[middle] ?? day) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
