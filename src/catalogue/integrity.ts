import type { PlainDate } from "../model/plain-date.ts";
import type { CatalogueOffer, SaleFact } from "./catalogue.ts";
import { foldPartNumber } from "./product-ids.ts";

/** What is wrong with a set of offers, a sentence a problem; empty when the set can be relied on. */
export function catalogueProblems(offers: readonly CatalogueOffer[]): readonly string[] {
  const byId = new Map(offers.map((offer) => [offer.id, offer]));
  const problems = [...repeatedIds(offers)];
  for (const offer of offers) {
    problems.push(...danglingIds(offer, byId), ...wrongFacts(offer));
    if (offer.sources.length === 0) problems.push(`${offer.id}: has no source.`);
    const loop = successorLoop(offer, byId);
    if (loop !== undefined) problems.push(`${offer.id}: its successors lead back: ${loop.join(" -> ")}.`);
  }
  return problems;
}

/** One id means one offer: an offer id anywhere, ids of the other spaces within a segment. */
function* repeatedIds(offers: readonly CatalogueOffer[]): Generator<string> {
  const holders = new Map<string, string>();
  for (const offer of offers) {
    const lookedUp = offer.isVariant === true ? [] : offer.skuIds.map((guid) => `skuId ${guid}`);
    const partNumbers = offer.isVariant === true ? [] : offer.skuPartNumbers.map(foldPartNumber);
    const spaces = [
      ...(offer.productSku === "" ? [] : [offer.productSku]),
      ...offer.legacyOfferIds.map((guid) => `legacy offer id ${guid}`),
      ...lookedUp,
      ...new Set(partNumbers.map((partNumber) => `skuPartNumber ${partNumber}`)),
    ];
    for (const id of [`id ${offer.id}`, ...spaces.map((space) => `${space} in ${offer.segment}`)]) {
      const holder = holders.get(id);
      if (holder !== undefined) yield `${offer.id}: ${id} belongs to ${holder} already.`;
      holders.set(id, offer.id);
    }
  }
}

function* danglingIds(offer: CatalogueOffer, byId: ReadonlyMap<string, CatalogueOffer>): Generator<string> {
  for (const base of offer.baseOfferIds) {
    if (!byId.has(base)) yield `${offer.id}: base "${base}" is not in the catalogue.`;
  }
  for (const successor of offer.saleFacts.flatMap((fact) => fact.successors.flat())) {
    const target = byId.get(successor);
    if (target === undefined) yield `${offer.id}: successor "${successor}" is not in the catalogue.`;
    else if (target.segment !== offer.segment) yield `${offer.id}: successor "${successor}" is of another segment.`;
  }
}

function* wrongFacts(offer: CatalogueOffer): Generator<string> {
  for (const [index, fact] of offer.saleFacts.entries()) {
    if (firstDay(fact) > lastDay(fact)) yield `${offer.id}: ${fact.status} ends before it begins.`;
    if (fact.from === undefined && fact.until !== undefined)
      yield `${offer.id}: ${fact.status} ends without a first day.`;
    if (fact.source === "") yield `${offer.id}: ${fact.status} has no source.`;
    for (const other of offer.saleFacts.slice(index + 1)) {
      if (contradict(fact, other)) yield `${offer.id}: two facts of one day and country state different successors.`;
    }
  }
}

const BEFORE_ALL = -Infinity;
const AFTER_ALL = Infinity;

function firstDay(fact: SaleFact): PlainDate | number {
  return fact.from ?? BEFORE_ALL;
}

function lastDay(fact: SaleFact): PlainDate | number {
  return fact.until ?? AFTER_ALL;
}

function contradict(one: SaleFact, other: SaleFact): boolean {
  if (!one.decides || !other.decides) return false;
  if (firstDay(one) > lastDay(other) || firstDay(other) > lastDay(one)) return false;
  if (!shareCountry(one.countries, other.countries)) return false;
  return JSON.stringify(one.successors) !== JSON.stringify(other.successors);
}

function shareCountry(one: SaleFact["countries"], other: SaleFact["countries"]): boolean {
  if (one === undefined || other === undefined) return true;
  if ("only" in one) return [...one.only].some((country) => applies(other, country));
  // Two lists of exceptions never cover the world between them.
  return "only" in other ? [...other.only].some((country) => applies(one, country)) : true;
}

function applies(countries: NonNullable<SaleFact["countries"]>, country: string): boolean {
  return "only" in countries ? countries.only.has(country) : !countries.except.has(country);
}

/** The way from an offer over successors back to itself, whatever the days; undefined where every chain ends. */
function successorLoop(
  start: CatalogueOffer,
  byId: ReadonlyMap<string, CatalogueOffer>,
): readonly string[] | undefined {
  const seen = new Set<string>();
  const open: (readonly string[])[] = [[start.id]];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const successors = byId.get(path.at(-1) ?? "")?.saleFacts.flatMap((fact) => fact.successors.flat()) ?? [];
    for (const successor of successors) {
      if (successor === start.id) return [...path, successor];
      if (seen.has(successor)) continue;
      seen.add(successor);
      open.push([...path, successor]);
    }
  }
  return undefined;
}
