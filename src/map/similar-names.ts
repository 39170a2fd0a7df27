import { distance } from "fastest-levenshtein";
import type { CatalogueOffer } from "../catalogue/catalogue.ts";
import { foldName } from "../catalogue/names.ts";
import { say } from "../locale/sentence.ts";
import type { Candidate } from "../model/offer.ts";

/** Offers whose names are closest to a text, best first, at most `most`. */
export type SimilarNames = (
  text: string,
  accepts: (offer: CatalogueOffer) => boolean,
  most: number,
) => readonly Candidate[];

interface IndexedName {
  readonly offer: CatalogueOffer;
  readonly name: string;
  readonly folded: string;
  /** Weights of its words, summed. */
  readonly weight: number;
  readonly isCurrent: boolean;
}

/** A hostile name may be very long; no offer's is. */
const LONGEST_COMPARED = 160;
/** Spelling is compared only for the names that share the most words: the comparison is the costly part. */
const COMPARED_BY_SPELLING = 24;
const LEAST_SCORE = 0.4;
/** Names of equal spelling but for the one word that matters ("Microsoft 365 Lighthouse") are not alike. */
const LEAST_OVERLAP = 0.3;
/** Candidates are of the segment anyway, so that sharing its word makes no name alike. */
const SEGMENT_WORDS: ReadonlySet<string> = new Set([
  ...["commercial", "government", "gov", "usgov", "gcc", "gcchigh", "high", "dod"],
  ...["education", "edu", "faculty", "students", "nonprofit"],
]);

/**
 * Indexes the names of the offers by their words. A rare word ("visio", "f3") tells more than "microsoft" or "365".
 * The score is half the shared words, by weight, and half the spelling.
 */
export function similarNames(offers: readonly CatalogueOffer[]): SimilarNames {
  const offersWithWord = new Map<string, number>();
  const spellings = offers.flatMap((offer) => [
    { offer, name: offer.name, isCurrent: true },
    ...offer.otherNames.map(({ name }) => ({ offer, name, isCurrent: false })),
  ]);
  const folded = spellings.map(({ name }) => foldName(name));
  for (const text of folded) {
    for (const word of wordsOf(text)) offersWithWord.set(word, (offersWithWord.get(word) ?? 0) + 1);
  }
  const weightOf = (word: string) =>
    SEGMENT_WORDS.has(word) ? 0 : Math.log2(1 + folded.length / (offersWithWord.get(word) ?? 1));
  const weightOfAll = (words: Iterable<string>) => [...words].reduce((sum, word) => sum + weightOf(word), 0);

  const namesWithWord = new Map<string, IndexedName[]>();
  spellings.forEach((spelling, at) => {
    const text = folded[at] ?? "";
    const words = wordsOf(text);
    const indexed: IndexedName = { ...spelling, folded: text, weight: weightOfAll(words) };
    for (const word of words) {
      const names = namesWithWord.get(word);
      if (names === undefined) namesWithWord.set(word, [indexed]);
      else names.push(indexed);
    }
  });

  return (text, accepts, most) => {
    const asked = foldName(text).slice(0, LONGEST_COMPARED);
    const words = wordsOf(asked);
    const askedWeight = weightOfAll(words);
    const shared = new Map<IndexedName, number>();
    for (const word of words) {
      for (const name of namesWithWord.get(word) ?? []) shared.set(name, (shared.get(name) ?? 0) + weightOf(word));
    }
    const likely = [...shared]
      .filter(([name]) => accepts(name.offer))
      .map(([name, weight]) => ({ name, overlap: (2 * weight) / (askedWeight + name.weight) }))
      .filter(({ overlap }) => overlap >= LEAST_OVERLAP)
      .sort((a, b) => b.overlap - a.overlap || byCodeUnit(a.name.offer.id, b.name.offer.id))
      .slice(0, COMPARED_BY_SPELLING);
    const scored = likely
      .map(({ name, overlap }) => ({ name, score: hundredths((overlap + spellingOf(asked, name.folded)) / 2) }))
      .filter(({ score }) => score >= LEAST_SCORE)
      .sort((a, b) => b.score - a.score || byCodeUnit(a.name.offer.id, b.name.offer.id));
    const best = new Map<CatalogueOffer, Candidate>();
    for (const { name, score } of scored) {
      if (best.size === most) break;
      if (best.has(name.offer)) continue;
      const reason = name.isCurrent ? say`similar name` : say`similar to its other name "${name.name}"`;
      best.set(name.offer, { offer: name.offer, score, reason });
    }
    return [...best.values()];
  };
}

/** 1 for equal names, 0 for names without a letter in common. */
export function spellingOf(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  return longest === 0 ? 1 : 1 - distance(a, b) / longest;
}

function wordsOf(folded: string): ReadonlySet<string> {
  return new Set(folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== ""));
}

export function hundredths(score: number): number {
  return Math.round(score * 100) / 100;
}

function byCodeUnit(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
