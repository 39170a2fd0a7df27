import type { CatalogueOffer } from "../../catalogue/catalogue.ts";
import type { Value } from "../../locale/sentence.ts";
import type { Candidate, Identity, MatchKind } from "../../model/offer.ts";
import type { SimilarNames } from "../similar-names.ts";
import type { Standing } from "../standing.ts";

/** The catalogue as it stands on the switch date in the tenant's country. */
export interface Market {
  readonly offers: readonly CatalogueOffer[];
  offer(id: string): CatalogueOffer | undefined;
  standingOf(offer: CatalogueOffer): Standing;
  /** It can be ordered on the day, and for a tenant of the country. */
  sells(offer: CatalogueOffer): boolean;
  readonly similarNames: SimilarNames;
}

/** What a person chose. */
export interface Choice {
  readonly offers: readonly CatalogueOffer[];
  readonly because: Value;
  readonly source: string;
  /** True: what the user asks for cannot be had, so the rules choose, and the target says so. */
  readonly isUnusable?: true;
}

/** Which offer does this product become? */
export interface Question {
  readonly identity: Identity;
  /** What it is; undefined where the catalogue knows nothing, more than one reading, or another segment. */
  readonly source: CatalogueOffer | undefined;
  /** It need not be replaced: to be bought again, or for a billing transfer, still renewed. */
  readonly isToBeHad: boolean;
  readonly standing: Standing | undefined;
  readonly choice: Choice | undefined;
  readonly market: Market;
}

export interface Answer {
  readonly match: MatchKind;
  readonly offers: readonly CatalogueOffer[];
  /** Others that a person may choose, best first. */
  readonly candidates: readonly Candidate[];
  /** For mapping.csv. */
  readonly because: Value;
  /** Where that is told. */
  readonly source?: string | undefined;
}

/** One way to find the offer. */
export interface Strategy {
  readonly name: string;
  /** Undefined: this way does not lead anywhere; the next one is asked. */
  answer(question: Question): Answer | undefined;
}

export const MOST_CANDIDATES = 3;
