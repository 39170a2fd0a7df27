import type { Price } from "../model/offer.ts";
import { addDays } from "../model/plain-date.ts";
import type { SaleFact } from "./catalogue.ts";

/**
 * What is left of "off sale" where a list has a price: end-of-sale offers vanish from the price list (DOMAIN.md 3.7), so an
 * offer in it is on sale in its market and days. What is retired or a promotion stays as it is: its last lines may still be listed.
 */
export function exceptWhereSold(fact: SaleFact, prices: readonly DaysSold[]): readonly SaleFact[] {
  if (fact.status !== "endOfSale") return [fact];
  let left: readonly SaleFact[] = [fact];
  for (const price of prices) left = left.flatMap((each) => withoutRange(each, daysOnSale(price)));
  return left;
}

/** In one market. */
type DaysSold = Pick<Price, "market" | "from" | "until" | "offSaleFrom">;

function daysOnSale(price: DaysSold): DaysSold {
  const { market, from, until, offSaleFrom } = price;
  if (offSaleFrom === undefined) return price;
  const lastDay = addDays(offSaleFrom, -1);
  return { market, from, until: until !== undefined && until < lastDay ? until : lastDay };
}

function withoutRange(fact: SaleFact, { market, from, until }: DaysSold): readonly SaleFact[] {
  const begins = fact.from ?? -Infinity;
  const ends = fact.until ?? Infinity;
  const isApart = (from ?? -Infinity) > ends || (until ?? Infinity) < begins;
  if (isApart || !concerns(fact.countries, market)) return [fact];
  const left: SaleFact[] = [];
  const elsewhere = without(fact.countries, market);
  if (elsewhere !== "nowhere") left.push({ ...fact, countries: elsewhere });
  const here = market === "" ? fact.countries : { only: new Set([market]) };
  if (from !== undefined && from > begins) left.push({ ...fact, countries: here, until: addDays(from, -1) });
  if (until !== undefined && until < ends) left.push({ ...fact, countries: here, from: addDays(until, 1) });
  return left;
}

function concerns(countries: SaleFact["countries"], market: string): boolean {
  if (countries === undefined || market === "") return true;
  return "only" in countries ? countries.only.has(market) : !countries.except.has(market);
}

function without(countries: SaleFact["countries"], market: string): SaleFact["countries"] | "nowhere" {
  if (market === "") return "nowhere";
  if (countries === undefined) return { except: new Set([market]) };
  if ("except" in countries) return { except: new Set([...countries.except, market]) };
  const only = [...countries.only].filter((country) => country !== market);
  return only.length === 0 ? "nowhere" : { only: new Set(only) };
}
