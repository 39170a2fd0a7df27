import type { CatalogueOffer, FactName } from "../catalogue/catalogue.ts";
import { english } from "../locale/english.ts";
import { listed, say, type Value, word } from "../locale/sentence.ts";
import type { Candidate, Identity, OffSale, Target } from "../model/offer.ts";
import type { Basis } from "./provenance.ts";
import { serviceChange } from "./services.ts";
import { strategies } from "./strategies/index.ts";
import { type Answer, type Choice, type Market, MOST_CANDIDATES, type Question } from "./strategies/strategy.ts";
import { statedSuccessors } from "./strategies/successor.ts";

export interface TargetContext {
  readonly market: Market;
  readonly isTransfer: boolean;
  readonly isExcluded: boolean;
  /** What a person chose; undefined: the rules choose. */
  readonly choice: Choice | undefined;
  /** How the row led to the source offer. */
  readonly basis: (source: CatalogueOffer | undefined) => Basis;
}

const EXCLUDED: Answer = { match: "none", offers: [], candidates: [], because: say`nothing to move` };

/** The offer that a product becomes in one market, with what changes for its users. */
export function targetOf(identity: Identity, { market, isTransfer, isExcluded, choice, basis }: TargetContext): Target {
  const source =
    identity.offer === undefined || identity.segmentConflict !== undefined
      ? undefined
      : market.offer(identity.offer.id);
  const standing = source === undefined ? undefined : market.standingOf(source);
  const isToBeHad = standing !== undefined && (isTransfer ? standing.renewable : standing.purchasable);
  const question: Question = { identity, source, isToBeHad, standing, choice, market };
  const { match, offers, candidates, ...answer } = isExcluded ? EXCLUDED : firstAnswer(question);
  const found = basis(source);
  const isSame = offers.length === 1 && offers[0] === source;
  const change = source === undefined || isSame || offers.length === 0 ? undefined : serviceChange(source, offers);
  const unconfirmed = isExcluded ? undefined : standing?.unconfirmed;
  return {
    match,
    offers,
    licenceAction: offers.length === 0 ? undefined : isSame || keepsLicences(identity, offers) ? "keep" : "reassign",
    servicesLost: change?.lost ?? [],
    servicesGained: change?.gained ?? [],
    candidates: isExcluded
      ? []
      : [...candidates, ...(isToBeHad ? statedSuccessors(question) : []), ...rememberedSuccessors(question)].slice(
          0,
          MOST_CANDIDATES,
        ),
    discontinuation: standing?.discontinuation,
    purchasable: standing?.purchasable ?? false,
    renewable: standing?.renewable ?? false,
    offSale: match === "decision" && !(isSame && isToBeHad) ? offSaleAmong(offers, market) : [],
    unconfirmed: unconfirmed === undefined ? undefined : unconfirmed.note || unconfirmed.status,
    provenance: listed(
      [found.said, reasonAfter(found, answer), unusedChoice(choice), ...contradictionsOf(source, offers)],
      "; ",
    ),
  };
}

/** A person may choose an offer that is still on sale today, and not on the day of the switch. */
function offSaleAmong(offers: readonly CatalogueOffer[], market: Market): readonly OffSale[] {
  return offers.flatMap((offer) => {
    const { discontinuation } = market.standingOf(offer);
    return discontinuation === undefined ? [] : [{ offer, discontinuation }];
  });
}

/** A choice of the user that could not be applied is said, or nobody would look for it. */
function unusedChoice(choice: Choice | undefined): Value {
  return choice?.isUnusable ? say`${choice.because} (${choice.source})` : "";
}

/** Facts that decide between offers. */
const DECIDING_FACTS: ReadonlySet<FactName> = new Set(["product id", "sale", "successor"]);

function contradictionsOf(source: CatalogueOffer | undefined, offers: readonly CatalogueOffer[]): readonly Value[] {
  const told = [source, ...offers].flatMap((offer) => offer?.contradictions ?? []);
  const texts = told
    .filter(({ fact }) => DECIDING_FACTS.has(fact))
    .map(
      ({ fact, used, usedFrom, other, otherFrom }) =>
        say`${word(fact, "fact")}: ${used} (${usedFrom}), not ${other} (${otherFrom})`,
    );
  return [...new Map(texts.map((text) => [english(text), text])).values()];
}

/** Sources are long: each is written once. */
function reasonAfter(found: Basis, { because, source }: Pick<Answer, "because" | "source">): Value {
  if (source === undefined || source === "") return because;
  return say`${because} (${found.source === source ? say`same source` : source})`;
}

function firstAnswer(question: Question): Answer {
  for (const strategy of strategies) {
    const answer = strategy.answer(question);
    if (answer !== undefined) return answer;
  }
  throw new Error("No strategy answered, not even the last");
}

/** Users keep their licences where a skuId of theirs is among those ordered. */
function keepsLicences(identity: Identity, offers: readonly CatalogueOffer[]): boolean {
  const held = new Set(identity.offer?.skuIds);
  for (const id of identity.product.ids) held.add(id.toLowerCase());
  return offers.some((offer) => offer.skuIds.some((skuId) => held.has(skuId)));
}

/** Never chosen: what replaces the offer according to a fact that nobody confirmed. */
function rememberedSuccessors({ source, standing, market }: Question): readonly Candidate[] {
  const fact = standing?.unconfirmed;
  if (source === undefined || fact === undefined) return [];
  const reason = say`from memory, unconfirmed: ${fact.note || fact.status}`;
  return fact.successors
    .flatMap((option) => option.map((id) => market.offer(id)))
    .filter((offer) => offer !== undefined && offer.segment === source.segment)
    .flatMap((offer) => (offer === undefined ? [] : [{ offer, score: 0.5, reason }]));
}
