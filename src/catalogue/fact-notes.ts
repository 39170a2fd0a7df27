import type { CatalogueOffer, Contradiction, FactName } from "./catalogue.ts";

/** Notes, while a file is laid over an offer, which facts it told, and which of them were otherwise before. */
export class FactNotes {
  readonly source: string;
  readonly #offer: CatalogueOffer;
  readonly #sources: Partial<Record<FactName, string>>;
  readonly #contradictions: Contradiction[];

  constructor(offer: CatalogueOffer, source: string) {
    this.source = source;
    this.#offer = offer;
    this.#sources = { ...offer.factSources };
    this.#contradictions = [...(offer.contradictions ?? [])];
  }

  say(fact: FactName): void {
    this.#sources[fact] = this.source;
  }

  differ(fact: FactName, used: string, other: string, otherFrom: string): void {
    this.#contradictions.push({ fact, used, usedFrom: this.source, other, otherFrom });
  }

  /** The file's value, else the one before; undefined: neither. */
  tell<Value>(
    fact: FactName,
    value: Value | undefined,
    before: Value | undefined,
    text: (value: Value) => string,
  ): Value | undefined {
    if (value === undefined) return before;
    if (before !== undefined && text(before) !== text(value)) {
      this.differ(fact, text(value), text(before), this.#sources[fact] ?? this.#offer.sources[0] ?? "");
    }
    this.say(fact);
    return value;
  }

  result(): Pick<CatalogueOffer, "factSources" | "contradictions"> {
    return {
      factSources: this.#sources,
      ...(this.#contradictions.length === 0 ? {} : { contradictions: this.#contradictions }),
    };
  }
}
