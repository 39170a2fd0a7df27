import type { CountryClaim, Customer, CustomerConflict } from "../../model/customer.ts";
import type { Place } from "../../model/place.ts";
import {
  type Claim,
  comparePlaces,
  conflictsOf,
  firstPlace,
  foldName,
  isOwnName,
  severalConflicts,
} from "./customer-conflicts.ts";
import { namesInPath } from "./names-in-path.ts";
import type { Who } from "./record.ts";

/** Spellings of one customer, while they are gathered. */
interface Gathering {
  readonly key: string;
  readonly tenantId: string;
  readonly domains: Set<string>;
  readonly names: Set<string>;
  readonly whos: Who[];
}

/**
 * Which customer each spelling means: one by tenant id, else by domain, else by name. Two tenant ids are two customers,
 * whatever they are called; a domain or a name joins a customer only where it can mean no other.
 */
export function resolveCustomers(whos: readonly Who[]): ReadonlyMap<Who, Customer> {
  const book = new CustomerBook();
  // Each step looks up what the steps before have made, so that the order of files makes no difference.
  for (const who of whos) if (who.tenantId !== "") book.add(book.byTenantId(who.tenantId), who);
  const withDomain = whos.filter((who) => who.tenantId === "" && who.domain !== "");
  joinByDomain(book, withDomain);
  const withName = whos.filter((who) => who.tenantId === "" && who.domain === "" && who.name !== "");
  // The short name that a tenant's own export has for it may be nobody's; then its file's name tells.
  const named = withName.map((who) => ({ who, found: book.find(who.name) ?? locate(book, who) }));
  for (const { who, found } of named) book.add(found ?? book.byName(who.name), who);
  const unnamed = whos.filter((who) => who.fileName !== undefined && who.name === "");
  const located = unnamed.map((who) => ({ who, found: locate(book, who) }));
  for (const { who, found } of located) book.add(found ?? book.byName(namesInPath(who.fileName ?? "").own), who);
  return book.customers();
}

function joinByDomain(book: CustomerBook, whos: readonly Who[]): void {
  const found = whos.map((who) => book.ofDomain(who.domain) ?? book.ofNameWithoutDomain(who));
  // A name that two domains claim is nobody's.
  const claims = new Map<Gathering, Set<string>>();
  whos.forEach((who, index) => {
    const gathering = found[index];
    if (gathering === undefined || gathering.domains.has(who.domain)) return;
    const domains = claims.get(gathering) ?? new Set<string>();
    claims.set(gathering, domains.add(who.domain));
  });
  whos.forEach((who, index) => {
    const gathering = found[index];
    const isContested = gathering !== undefined && (claims.get(gathering)?.size ?? 0) > 1;
    const isOwn = gathering === undefined || (isContested && !gathering.domains.has(who.domain));
    book.add(isOwn ? book.byDomain(who.domain) : gathering, who);
  });
}

function locate(book: CustomerBook, who: Who): Gathering | undefined {
  if (who.fileName === undefined) return undefined;
  for (const name of namesInPath(who.fileName).candidates) {
    const found = book.find(name) ?? book.findLoosely(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

class CustomerBook {
  readonly #gatherings = new Map<string, Gathering>();
  readonly #byDomain = new Map<string, Set<Gathering>>();
  readonly #byName = new Map<string, Set<Gathering>>();
  readonly #byLooseName = new Map<string, Set<Gathering>>();
  readonly #claimsFound = new Map<string, readonly Claim[]>();

  byTenantId(tenantId: string): Gathering {
    return this.#gathering("tenant", tenantId, tenantId);
  }

  byDomain(domain: string): Gathering {
    return this.#gathering("domain", domain, "");
  }

  byName(name: string): Gathering {
    return this.#gathering("name", foldName(name), "");
  }

  ofDomain(domain: string): Gathering | undefined {
    return only(this.#byDomain.get(domain));
  }

  /** A customer known by tenant id and this name only, of whom no row tells a domain. */
  ofNameWithoutDomain({ name }: Who): Gathering | undefined {
    const found = name === "" ? undefined : only(this.#byName.get(foldName(name)));
    return found?.tenantId !== "" && found?.domains.size === 0 ? found : undefined;
  }

  /** The one customer with this tenant id, domain or name. */
  find(text: string): Gathering | undefined {
    const folded = foldName(text);
    return this.#gatherings.get(`tenant\n${folded}`) ?? this.ofDomain(folded) ?? only(this.#byName.get(folded));
  }

  /** File names write blanks as hyphens, and leave commas and points out. */
  findLoosely(text: string): Gathering | undefined {
    return only(this.#byLooseName.get(foldLoosely(text)));
  }

  add(gathering: Gathering, who: Who): void {
    gathering.whos.push(who);
    if (who.domain !== "") {
      gathering.domains.add(who.domain);
      index(this.#byDomain, who.domain, gathering);
    }
    if (who.name !== "") {
      const name = foldName(who.name);
      gathering.names.add(name);
      index(this.#byName, name, gathering);
      index(this.#byLooseName, foldLoosely(who.name), gathering);
    }
  }

  customers(): ReadonlyMap<Who, Customer> {
    const keys = new Set<string>();
    const customers = new Map<Who, Customer>();
    for (const gathering of this.#gatherings.values()) {
      // A domain may be another customer's name: the key says then which of the two it is.
      const [kind] = gathering.key.split("\n", 1);
      const plain = gathering.key.slice((kind?.length ?? 0) + 1);
      const key = keys.has(plain) ? `${kind}:${plain}` : plain;
      keys.add(key);
      const customer = customerOf(gathering, key, this.#contested(gathering));
      for (const who of gathering.whos) customers.set(who, customer);
    }
    return customers;
  }

  /** Domains of the customer that two tenants claim, and the name by which nothing but a name was to be found. */
  #contested(gathering: Gathering): readonly CustomerConflict[] {
    const conflicts: CustomerConflict[] = [];
    for (const domain of gathering.domains) {
      const claims = this.#claims(`domain\n${domain}`, () =>
        claimsOf(this.#byDomain.get(domain), (who) => who.domain === domain).filter(({ isTenant }) => isTenant),
      );
      conflicts.push(...severalConflicts("several by domain", claims, gathering.tenantId));
    }
    if (!gathering.key.startsWith("name\n")) return conflicts;
    for (const name of gathering.names) {
      const claims = this.#claims(`name\n${name}`, () =>
        claimsOf(this.#byName.get(name), (who) => foldName(who.name) === name),
      );
      conflicts.push(...severalConflicts("several by name", claims, ""));
    }
    return conflicts;
  }

  #claims(key: string, find: () => readonly Claim[]): readonly Claim[] {
    const known = this.#claimsFound.get(key) ?? find();
    this.#claimsFound.set(key, known);
    return known;
  }

  #gathering(kind: "tenant" | "domain" | "name", text: string, tenantId: string): Gathering {
    const key = `${kind}\n${text}`;
    let gathering = this.#gatherings.get(key);
    if (gathering === undefined) {
      gathering = { key, tenantId, domains: new Set(), names: new Set(), whos: [] };
      this.#gatherings.set(key, gathering);
    }
    return gathering;
  }
}

/** Tenants that share a domain or name, each with the first place that claims it. */
function claimsOf(gatherings: ReadonlySet<Gathering> | undefined, isClaim: (who: Who) => boolean): readonly Claim[] {
  if (gatherings === undefined || gatherings.size < 2) return [];
  return [...gatherings]
    .flatMap(({ tenantId, domains, whos }) => {
      const value = tenantId || [...domains][0];
      const at = firstPlace(whos.filter(isClaim));
      return value === undefined || at === undefined ? [] : [{ value, at, isTenant: tenantId !== "" }];
    })
    .sort((a, b) => (a.value < b.value ? -1 : 1));
}

function index(map: Map<string, Set<Gathering>>, key: string, gathering: Gathering): void {
  const found = map.get(key);
  if (found === undefined) map.set(key, new Set([gathering]));
  else found.add(gathering);
}

function only(gatherings: ReadonlySet<Gathering> | undefined): Gathering | undefined {
  return gatherings?.size === 1 ? [...gatherings][0] : undefined;
}

function customerOf({ whos, tenantId }: Gathering, key: string, conflicts: readonly CustomerConflict[]): Customer {
  const domain = mostFrequent(whos, (who) => who.domain);
  const fileName = whos.find((who) => who.fileName !== undefined)?.fileName;
  const isNamed = whos.some((who) => who.fileName === undefined || who.name !== "");
  const named =
    mostFrequent(whos, (who) => (isOwnName(who) ? who.name : "")) ||
    mostFrequent(whos, (who) => (who.fileName === undefined ? who.name : "")) ||
    domain ||
    tenantId ||
    mostFrequent(whos, (who) => who.name);
  const name = named === "" ? namesInPath(fileName ?? "").own : named;
  const relationships = new Set(whos.flatMap((who) => [...who.relationships.keys()]));
  const relationship = relationships.has(true) || (relationships.has(false) ? false : undefined);
  return {
    key,
    name,
    tenantId,
    domain,
    countries: countriesOf(whos),
    ...stateOf(whos),
    relationship,
    confirmed: isNamed,
    conflicts: conflictsOf(whos, { name, domain, relationship }, conflicts),
  };
}

/** The value of most rows, in whatever case and spacing; of equally frequent ones the first by code unit. */
function mostFrequent(whos: readonly Who[], textOf: (who: Who) => string): string {
  const rows = new Map<string, number>();
  const rowsOfFolded = new Map<string, number>();
  for (const who of whos) {
    const value = textOf(who);
    if (value === "") continue;
    rows.set(value, (rows.get(value) ?? 0) + who.rows);
    rowsOfFolded.set(foldName(value), (rowsOfFolded.get(foldName(value)) ?? 0) + who.rows);
  }
  let best = "";
  let most: readonly [number, number] = [-1, -1];
  for (const [value, count] of rows) {
    const [ofFolded, ofValue] = most;
    const folded = rowsOfFolded.get(foldName(value)) ?? 0;
    if (folded < ofFolded || (folded === ofFolded && count < ofValue)) continue;
    if (folded === ofFolded && count === ofValue && value >= best) continue;
    best = value;
    most = [folded, count];
  }
  return best;
}

/** Where two entries name different states, neither holds. */
function stateOf(whos: readonly Who[]): { readonly state?: string } {
  const [state, ...others] = new Set(whos.flatMap(({ states }) => [...states]));
  return state === undefined || others.length > 0 ? {} : { state };
}

function countriesOf(whos: readonly Who[]): CountryClaim[] {
  const places = new Map<string, Place>();
  for (const { countries } of whos) {
    for (const [country, at] of countries) {
      const known = places.get(country);
      if (known === undefined || comparePlaces(at, known) < 0) places.set(country, at);
    }
  }
  return [...places].map(([country, at]) => ({ country, at })).sort((a, b) => (a.country < b.country ? -1 : 1));
}

function foldLoosely(name: string): string {
  return foldName(name)
    .replaceAll(/[\s\-_.,&'’()]+/g, " ")
    .trim();
}
