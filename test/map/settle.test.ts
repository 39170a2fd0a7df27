import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { identify, settle } from "../../src/map/map.ts";
import { plainDate } from "../../src/model/plain-date.ts";
import type { RegionVerdict } from "../../src/model/region.ts";
import type { Slot } from "../../src/model/slot.ts";
import type { Surveyed } from "../../src/model/survey.ts";
import { aBook } from "../support/a-book.ts";
import { aCase } from "../support/a-case.ts";
import { aCatalogue, aCatalogueOffer, aSaleFact } from "../support/a-catalogue.ts";
import { aSlot } from "../support/a-slot.ts";
import { aSubscription } from "../support/a-subscription.ts";
import { inWords } from "./map-one.ts";

const OLD = "CFQ7TTC0AAAA:0001";
const OLDER = "CFQ7TTC0BBBB:0001";
const from = plainDate("2027-03-01");
const until = plainDate("2027-03-10");
const catalogue = aCatalogue(
  aCatalogueOffer({
    id: "Old",
    productSku: OLD,
    saleFacts: [
      aSaleFact({ from, until, countries: { only: new Set(["DE", "FR"]) }, successors: [["Here"]] }),
      aSaleFact({ from, countries: { except: new Set(["DE", "CH"]) }, successors: [["There"]] }),
    ],
  }),
  aCatalogueOffer({
    id: "Older",
    productSku: OLDER,
    saleFacts: [aSaleFact({ status: "retired", successors: [["Old"]] })],
  }),
  aCatalogueOffer({ id: "Here" }),
  aCatalogueOffer({ id: "There" }),
);
const products = [OLD, OLDER, "CFQ7TTC0ZZZZ:0001"].map((id) => ({ ids: [id], name: "" }));
const today = plainDate("2026-12-01");

interface Row {
  readonly product: number;
  readonly day: string;
  readonly country: string | undefined;
  readonly path: "repurchase" | "billing-transfer";
  readonly isTrial: boolean;
}
const aRow: fc.Arbitrary<Row> = fc.record({
  product: fc.nat(products.length - 1),
  day: fc.constantFrom("2027-02-28", "2027-03-01", "2027-03-02", "2027-03-10", "2027-03-11", "2027-03-12"),
  country: fc.constantFrom("DE", "FR", "CH", "US", undefined),
  path: fc.constantFrom("repurchase", "billing-transfer"),
  isTrial: fc.boolean(),
});

function settled(
  rows: readonly Row[],
  slotOf = (row: Row): Slot => aSlot({ path: row.path, switchOn: plainDate(row.day) }),
) {
  const subscriptions = rows.map(({ product }) =>
    aSubscription({ product: products[product] ?? { ids: [], name: "" } }),
  );
  const identities = identify(aBook(subscriptions), catalogue).subscriptions;
  const surveyed = rows.map((row, at): Surveyed => {
    const [subscription, identity] = [subscriptions[at], identities[at]];
    if (subscription === undefined || identity === undefined) throw new Error("Parallel lists differ");
    const region: RegionVerdict =
      row.country === undefined ? { kind: "unknownCountry", value: "" } : { kind: "unserved", country: row.country };
    const ordinary = aCase();
    const exclusions = row.isTrial ? (["TRIAL"] as const) : [];
    return { ...ordinary, subscription, identity, exclusions, tenant: { ...ordinary.tenant, region } };
  });
  return settle(surveyed, rows.map(slotOf), { catalogue, today });
}

describe("settling a book", () => {
  it("gives each row what it would get alone, although equal results are one object", () => {
    fc.assert(
      fc.property(fc.array(aRow, { minLength: 1, maxLength: 40 }), (rows) => {
        expect(settled(rows)).toEqual(rows.flatMap((row) => settled([row])));
      }),
    );
  });

  it("makes one target for rows between which nothing differs", () => {
    const row = { product: 0, day: "2027-03-02", country: "DE", path: "repurchase", isTrial: false } as const;
    const [first, later, neighbour, elsewhere] = settled([
      row,
      { ...row, day: "2027-03-10" },
      { ...row, country: "FR", day: "2027-02-28" },
      { ...row, country: "US" },
    ]);

    expect(later).toBe(first);
    expect([neighbour, elsewhere].map((target) => target && inWords(target))).toEqual([
      "exact: Old",
      "successor: There",
    ]);
  });

  it("treats an unknown country as the rest of the world", () => {
    const row = { product: 0, day: "2027-03-02", country: undefined, path: "repurchase", isTrial: false } as const;

    expect(settled([row]).map(inWords)).toEqual(["successor: There"]);
  });

  it.each([
    ["the switch date", { switchOn: "2027-02-28", latestOn: "2027-03-05", termEnd: "2027-03-05" }, "exact: Old"],
    ["the latest day without one", { latestOn: "2027-02-28", termEnd: "2027-03-05" }, "exact: Old"],
    ["the term end without a window", { termEnd: "2027-03-05" }, "successor: Here"],
    ["today where nothing is known", {}, "exact: Old"],
  ])("judges on %s", (_, dates: { switchOn?: string; latestOn?: string; termEnd?: string }, expected) => {
    const day = (iso: string | undefined) => (iso === undefined ? undefined : plainDate(iso));
    const slot = aSlot({ switchOn: day(dates.switchOn), latestOn: day(dates.latestOn), termEnd: day(dates.termEnd) });
    const row = { product: 0, day: "", country: "DE", path: "repurchase", isTrial: false } as const;

    expect(settled([row], () => slot).map(inWords)).toEqual([expected]);
  });

  it("does not judge on a day that is over", () => {
    const slot = aSlot({ switchOn: undefined, latestOn: undefined, termEnd: plainDate("2020-01-01") });
    const gone = aCatalogue(aCatalogueOffer({ id: "Old", productSku: OLD, saleFacts: [aSaleFact({ from: today })] }));
    const subscription = aSubscription({ product: { ids: [OLD], name: "" } });
    const identity = identify(aBook([subscription]), gone).subscriptions[0] ?? aCase().identity;

    const [target] = settle([{ ...aCase(), subscription, identity }], [slot], { catalogue: gone, today });

    expect(target?.purchasable).toBe(false);
  });
});
