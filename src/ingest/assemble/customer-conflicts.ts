import type { Customer, CustomerConflict } from "../../model/customer.ts";
import type { Place } from "../../model/place.ts";
import type { Who } from "./record.ts";

/** A tenant, and where it claims what another claims, too. */
export interface Claim {
  /** Its tenant id, else its domain. */
  readonly value: string;
  readonly at: Place;
  readonly isTenant: boolean;
}

/** A customer of a hundred spellings is told of as well by ten of them. */
const MOST_CONFLICTS = 10;
const NO_CONFLICTS: readonly CustomerConflict[] = [];
/** Every tenant has one of these beside its own domains. */
const INITIAL_DOMAIN = /\.onmicrosoft\.com$/;

/**
 * What the rows of a customer say differently from what is taken: case and white space do not count, nor the domain that
 * Microsoft gives every tenant beside one of its own. Legal forms do: "Contoso Ltd" and "Contoso Inc." may be two firms.
 */
export function conflictsOf(
  whos: readonly Who[],
  taken: Pick<Customer, "name" | "domain" | "relationship">,
  others: readonly CustomerConflict[],
): readonly CustomerConflict[] {
  if (whos.length < 2 && others.length === 0 && (whos[0]?.relationships.size ?? 0) < 2) return NO_CONFLICTS;
  const conflicts = [
    ...different("name", whos.filter(isOwnName), foldName(taken.name), (who) => foldName(who.name)),
    ...different("domain", whos, taken.domain, (who) => who.domain).filter(
      ({ kept, other }) => INITIAL_DOMAIN.test(kept) === INITIAL_DOMAIN.test(other),
    ),
    ...relationshipConflicts(whos, taken.relationship),
    ...others,
  ];
  return conflicts.length === 0 ? NO_CONFLICTS : conflicts.slice(0, MOST_CONFLICTS);
}

function different(
  field: "name" | "domain",
  whos: readonly Who[],
  taken: string,
  textOf: (who: Who) => string,
): readonly CustomerConflict[] {
  const keepers = whos.filter((who) => textOf(who) === taken);
  const keptAt = firstPlace(keepers);
  if (taken === "" || keptAt === undefined || keepers.length === whos.length) return NO_CONFLICTS;
  const byText = new Map<string, Who[]>();
  for (const who of whos) {
    const text = textOf(who);
    if (text !== "" && text !== taken) byText.set(text, [...(byText.get(text) ?? []), who]);
  }
  const kept = keepers.find(({ at }) => at === keptAt)?.[field] ?? taken;
  return [...byText.values()]
    .flatMap((found) => {
      const otherAt = firstPlace(found);
      const other = found.find(({ at }) => at === otherAt)?.[field] ?? "";
      return otherAt === undefined ? [] : [{ field, kept, keptAt, other, otherAt }];
    })
    .sort((a, b) => comparePlaces(a.otherAt, b.otherAt));
}

function relationshipConflicts(whos: readonly Who[], relationship: boolean | undefined): readonly CustomerConflict[] {
  const firstOf = (value: boolean) =>
    whos.flatMap(({ relationships }) => relationships.get(value) ?? []).sort(comparePlaces)[0];
  const [keptAt, otherAt] = [firstOf(true), firstOf(false)];
  if (relationship !== true || keptAt === undefined || otherAt === undefined) return NO_CONFLICTS;
  return [{ field: "relationship", kept: "yes", keptAt, other: "no", otherAt }];
}

/** The customer's own tenant against the others; of a customer without a tenant id the first against the others. Claims are sorted. */
export function severalConflicts(
  field: "several by domain" | "several by name",
  claims: readonly Claim[],
  tenantId: string,
): readonly CustomerConflict[] {
  const own = claims.find(({ value }) => value === tenantId) ?? claims[0];
  if (own === undefined || claims.length < 2) return NO_CONFLICTS;
  const others = claims.slice(0, MOST_CONFLICTS + 1).filter((claim) => claim !== own);
  return others.map(({ value, at }) => ({ field, kept: own.value, keptAt: own.at, other: value, otherAt: at }));
}

/** Said of the customer for sure, and no account name. */
export function isOwnName(who: Who): boolean {
  return who.fileName === undefined && !who.isAccountName;
}

export function firstPlace(whos: readonly Who[]): Place | undefined {
  let first: Place | undefined;
  for (const { at } of whos) if (first === undefined || comparePlaces(at, first) < 0) first = at;
  return first;
}

export function comparePlaces(a: Place, b: Place): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.row - b.row;
}

/** A name for comparison: case and white space do not count. */
export function foldName(name: string): string {
  return name.normalize("NFKC").replaceAll(/\s+/g, " ").trim().toLowerCase();
}
