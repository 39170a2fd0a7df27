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

/** The customers of one file, each spelling once. */
export class WhoPool {
  readonly #whos = new Map<string, Who>();
  /** As written, with whom that is. */
  #last: { readonly tenantId: string; readonly domain: string; readonly name: string; readonly who: Who } | undefined;

  of(tenantId: string, domain: string, name: string, fileName: string | undefined): Who {
    // Most exports have the rows of a customer together.
    const last = this.#last;
    if (last?.tenantId === tenantId && last.domain === domain && last.name === name) return last.who;
    const key = `${tenantId}\n${domain}\n${name}`;
    let who = this.#whos.get(key);
    if (who === undefined) {
      who = {
        tenantId: tenantId.toLowerCase(),
        domain: domain.toLowerCase(),
        name,
        fileName,
        rows: 0,
        countries: new Map(),
        relationship: undefined,
      };
      this.#whos.set(key, who);
    }
    this.#last = { tenantId, domain, name, who };
    return who;
  }

  all(): Iterable<Who> {
    return this.#whos.values();
  }
}
