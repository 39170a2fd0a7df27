import type { Place } from "../../model/place.ts";
import type { SourceProduct } from "../../model/subscription.ts";
import type { Who } from "./record.ts";

/** Equal products are one object: a book has a million rows and a few hundred products. */
export class ProductPool {
  readonly #products = new Map<string, SourceProduct>();

  of(ids: readonly string[], name: string): SourceProduct {
    const key = `${ids.join("\n")}\n\n${name}`;
    let product = this.#products.get(key);
    if (product === undefined) {
      product = { ids, name };
      this.#products.set(key, product);
    }
    return product;
  }
}

/** Who a row is about, as written. */
type Said = Pick<Who, "tenantId" | "domain" | "name" | "isAccountName">;

/** The customers of one file, each spelling once. */
export class WhoPool {
  readonly #whos = new Map<string, Who>();
  /** As written, with whom that is. */
  #last: { readonly said: Said; readonly who: Who } | undefined;

  of(said: Said, fileName: string | undefined, at: Place): Who {
    const { tenantId, domain, name, isAccountName } = said;
    // Most exports have the rows of a customer together.
    const last = this.#last;
    if (last?.said.tenantId === tenantId && last.said.domain === domain && last.said.name === name) return last.who;
    const key = `${tenantId}\n${domain}\n${name}`;
    let who = this.#whos.get(key);
    if (who === undefined) {
      who = {
        tenantId: tenantId.toLowerCase(),
        domain: domain.toLowerCase(),
        name,
        fileName,
        isAccountName,
        at,
        rows: 0,
        countries: new Map(),
        states: new Set(),
        relationships: new Map(),
      };
      this.#whos.set(key, who);
    }
    this.#last = { said, who };
    return who;
  }

  all(): Iterable<Who> {
    return this.#whos.values();
  }
}
