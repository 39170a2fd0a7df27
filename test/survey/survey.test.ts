import { describe, expect, it } from "vitest";
import { identify } from "../../src/map/map.ts";
import type { Subscription, Usage } from "../../src/model/subscription.ts";
import type { Surveyed } from "../../src/model/survey.ts";
import { survey } from "../../src/survey/survey.ts";
import { aBook } from "../support/a-book.ts";
import { aCatalogue, aCatalogueOffer } from "../support/a-catalogue.ts";
import { aPolicy } from "../support/a-slot.ts";
import { aCustomer, aSubscription } from "../support/a-subscription.ts";

const SKU_ID = "11111111-0000-4000-8000-000000000001";
const OTHER_SKU_ID = "11111111-0000-4000-8000-000000000002";
const suite = aCatalogueOffer({
  id: "suite",
  name: "Suite",
  productSku: "CFQ7TTC0AAAA:0001",
  skuIds: [SKU_ID, OTHER_SKU_ID],
  skuPartNumbers: ["SUITE_PACK"],
});
const addOn = aCatalogueOffer({ id: "add-on", name: "Phone", isAddOn: true, baseOfferIds: ["suite"] });
const looseAddOn = aCatalogueOffer({ id: "loose", name: "Storage", isAddOn: true });
const trial = aCatalogueOffer({ id: "try", name: "Try Suite", isTrial: true });
const kiosk = aCatalogueOffer({ id: "kiosk", name: "Kiosk", productSku: "CFQ7TTC0BBBB:0001" });
const promotion = aCatalogueOffer({ id: "promo", name: "Suite -15%", skuIds: [SKU_ID], isVariant: true });
const catalogue = aCatalogue(suite, addOn, looseAddOn, trial, kiosk, promotion);
const products = {
  suite: { ids: [suite.productSku], name: "" },
  addOn: { ids: [], name: "Phone" },
  loose: { ids: [], name: "Storage" },
  kiosk: { ids: [kiosk.productSku], name: "" },
};
const customer = aCustomer();
const partner = { id: "eu", name: "Contoso Cloud EU", country: "DE", tenantId: "0000aaaa-0000-4000-8000-000000000001" };

/** A subscription to the suite, whose row says nothing of assigned seats. */
function held(id: string, differences: Partial<Subscription> = {}): Subscription {
  return aSubscription({ key: id, id, customer, product: products.suite, assignedSeats: undefined, ...differences });
}
function used(
  assignedSeats: number,
  differences: Partial<Usage> & { readonly file?: string; readonly row?: number } = {},
): Usage {
  const { file = "skus.csv", row = 2, ...rest } = differences;
  const place = { file, row, line: row };
  return { customer, place, product: { ids: [SKU_ID], name: "" }, assignedSeats, repeats: [], ...rest };
}
function surveyed(subscriptions: readonly Subscription[], usage: readonly Usage[] = [], policy = aPolicy()) {
  const book = aBook(subscriptions, usage);
  return survey(book, identify(book, catalogue), { partners: [partner], policy, catalogue });
}
function only([first]: readonly Surveyed[]): Surveyed {
  if (first === undefined) throw new Error("Nothing was surveyed");
  return first;
}

describe("exclusions", () => {
  it.each<[string, Partial<Subscription>, readonly string[]]>([
    ["an ordinary row", {}, []],
    ["a row that says trial", { isTrial: true }, ["TRIAL"]],
    ["a trial offer", { product: { ids: [], name: "Try Suite" } }, ["TRIAL"]],
    ["a name that says trial", { product: { ids: ["CFQ7TTC0ZZZZ:0001"], name: "Suite Trial" } }, ["TRIAL"]],
    ["a name that says so in French", { product: { ids: [SKU_ID], name: "Suite (version d'essai)" } }, ["TRIAL"]],
    ["a name that says so in Portuguese", { product: { ids: [SKU_ID], name: "Suite (Avaliação)" } }, ["TRIAL"]],
    ["a trial inside a longer word", { product: { ids: [], name: "Industrial Suite" } }, []],
    ["a deleted one", { status: "deleted" }, ["NOT_ACTIVE"]],
    ["a suspended one", { status: "suspended" }, []],
    ["one of our own tenant", { partnerTenantId: partner.tenantId }, ["ALREADY_OURS"]],
    ["one of another partner", { partnerTenantId: "0000aaaa-0000-4000-8000-000000000002" }, []],
    ["a usage-based row", { isLicenceBased: false }, ["NOT_LICENCE_BASED"]],
    ["Azure by name", { product: { ids: [], name: "Azure plan" } }, ["NOT_LICENCE_BASED"]],
    ["several at once", { isTrial: true, status: "deleted" }, ["TRIAL", "NOT_ACTIVE"]],
  ])("are told for %s", (_, differences, expected) => {
    expect(only(surveyed([held("s1", differences)])).exclusions).toEqual(expected);
  });
});

describe("the channel", () => {
  it.each<[Partial<Subscription>, string]>([
    [{ statedChannel: "ea" }, "ea"],
    [{}, "csp-nce"],
    [{ product: { ids: [SKU_ID], name: "" } }, "unknown"],
  ])("of %j is %s", (differences, expected) => {
    expect(only(surveyed([held("s1", differences)])).channel).toBe(expected);
  });
});

describe("a product in its tenant", () => {
  it("sums seats over subscriptions that are neither deleted nor excluded", () => {
    const [first, second] = surveyed([
      held("s1", { seats: 10 }),
      held("s2", { seats: 5, product: { ids: [SKU_ID], name: "" } }),
      held("s3", { seats: 100, status: "deleted" }),
      held("s4", { seats: 100, isTrial: true }),
      held("s5", { seats: 100, product: products.kiosk }),
      held("s6", { seats: 100, customer: aCustomer({ key: "other", name: "Other" }) }),
    ]);

    expect(first?.productInTenant).toMatchObject({ subscriptionCount: 2, seats: 15, targetSeats: 15 });
    expect(second?.productInTenant).toBe(first?.productInTenant);
  });

  it.each<[string, Usage["product"]]>([
    ["the offer's skuId", { ids: [SKU_ID], name: "" }],
    ["another skuId of the offer", { ids: [OTHER_SKU_ID], name: "" }],
    ["the part number", { ids: ["contoso:suite_pack"], name: "" }],
    ["the name", { ids: [], name: "SUITE" }],
  ])("finds its usage by %s", (_, product) => {
    const { productInTenant } = only(surveyed([held("s1")], [used(7, { product })]));

    expect([productInTenant.assignedSeats, productInTenant.assignedAt?.file]).toEqual([7, "skus.csv"]);
  });

  it.each<[string, Subscription["product"], Usage["product"]]>([
    [
      "skuId",
      { ids: ["X-1", "33333333-0000-4000-8000-000000000001"], name: "" },
      { ids: ["33333333-0000-4000-8000-000000000001"], name: "Y" },
    ],
    ["part number", { ids: ["X-1", "NEW_PACK"], name: "" }, { ids: ["new_pack"], name: "Y" }],
    ["name", { ids: ["X-1"], name: "Novel Thing" }, { ids: [], name: "novel  thing" }],
  ])("finds usage of a product that no catalogue knows by %s", (_, product, usage) => {
    expect(only(surveyed([held("s1", { product })], [used(7, { product: usage })])).productInTenant.assignedSeats).toBe(
      7,
    );
  });

  it("does not take another product's or another tenant's usage", () => {
    const other = aCustomer({ key: "other", name: "Other" });
    const { productInTenant } = only(
      surveyed([held("s1")], [used(7, { product: { ids: [], name: "Kiosk" } }), used(8, { customer: other })]),
    );

    expect(productInTenant.assignedSeats).toBeUndefined();
  });

  it.each<[string, readonly Usage[], number, number]>([
    [
      "adds two skuIds of one offer",
      [used(7, { row: 3 }), used(5, { row: 2, product: { ids: [OTHER_SKU_ID], name: "" } })],
      12,
      2,
    ],
    [
      "does not add two files' counts of one product",
      [used(7, { file: "a.csv" }), used(9, { file: "b.csv", row: 4 })],
      9,
      4,
    ],
    [
      "does not add a count that one file repeats",
      [used(7, { product: products.suite }), used(7, { row: 3, product: products.suite })],
      7,
      2,
    ],
  ])("%s", (_, usage, expected, row) => {
    const { productInTenant } = only(surveyed([held("s1")], usage));

    expect([productInTenant.assignedSeats, productInTenant.assignedAt?.row]).toEqual([expected, row]);
  });

  it.each<[string, readonly Usage[], readonly (readonly [string, number, number])[]]>([
    ["one file", [used(7)], []],
    ["two files that agree", [used(7, { file: "a.csv" }), used(7, { file: "b.csv" })], []],
    [
      "a file with another count",
      [used(9, { repeats: [{ seats: 7, at: { file: "a.csv", row: 5, line: 6 } }] })],
      [["a.csv", 5, 7]],
    ],
    [
      "files that call the product differently",
      [
        used(9),
        used(7, { file: "a.csv", product: products.suite }),
        used(8, { file: "b.csv", product: products.suite }),
      ],
      [
        ["b.csv", 2, 8],
        ["a.csv", 2, 7],
      ],
    ],
    ["one file that lists the product on two lines", [used(7), used(9, { row: 3 })], []],
    [
      "a file of two lines against one of the higher",
      [used(9, { row: 3, repeats: [{ seats: 9, at: { file: "a.csv", row: 2, line: 2 } }] }), used(7)],
      [],
    ],
    [
      "a file that has fewer of the offer's products, and as many of those",
      [
        used(7, { file: "a.csv", repeats: [{ seats: 7, at: { file: "b.csv", row: 2, line: 2 } }] }),
        used(5, { file: "a.csv", row: 3, product: { ids: [OTHER_SKU_ID], name: "" } }),
      ],
      [],
    ],
    [
      "a file that has fewer of the offer's products, and not as many of those",
      [
        used(7, { file: "a.csv", repeats: [{ seats: 6, at: { file: "b.csv", row: 2, line: 2 } }] }),
        used(5, { file: "a.csv", row: 3, product: { ids: [OTHER_SKU_ID], name: "" } }),
      ],
      [["b.csv", 2, 6]],
    ],
  ])("knows which other files say differently: %s", (_, usage, expected) => {
    const { productInTenant } = only(surveyed([held("s1")], usage));

    expect(productInTenant.assignedElsewhere.map(({ seats, at }) => [at.file, at.row, seats])).toEqual(expected);
  });

  it.each<[string, readonly [seats: number, assigned: number][], number]>([
    [
      "no row could have in use alone is the tenant's, said twice",
      [
        [10, 25],
        [20, 25],
      ],
      25,
    ],
    [
      "one row could not have in use alone",
      [
        [10, 12],
        [20, 12],
      ],
      12,
    ],
    [
      "each row may have in use is summed",
      [
        [10, 10],
        [20, 10],
      ],
      20,
    ],
    [
      "differs from row to row is summed",
      [
        [10, 12],
        [20, 13],
      ],
      25,
    ],
    ["stands in one row is that row's", [[10, 12]], 12],
  ])("without usage, a count that %s", (_, rows, expected) => {
    const all = surveyed(rows.map(([seats, assignedSeats], index) => held(`s${index}`, { seats, assignedSeats })));

    expect(all.map(({ productInTenant }) => productInTenant.assignedSeats)).toEqual(rows.map(() => expected));
  });

  it.each<[string, readonly (number | undefined)[], readonly (readonly [number, string])[]]>([
    ["nothing", [undefined, undefined], []],
    ["the same, on one row of two", [undefined, 12], []],
    ["the same, summed", [5, 7], []],
    ["the same, on each row", [12, 12], []],
    ["fewer on one row of two, where the other may have the rest", [undefined, 11], []],
    ["more on one row of two", [undefined, 13], [[13, "book.csv row 8"]]],
    ["fewer, summed", [5, 6], [[11, "book.csv row 7"]]],
    ["more, summed", [6, 7], [[13, "book.csv row 7"]]],
    ["no seats in use at all", [0, 0], [[0, "book.csv row 7"]]],
    ["one of another count on each row", [13, 12], [[25, "book.csv row 7"]]],
  ])("with usage of 12 that is taken, the rows' own is said beside it: %s", (_, own, expected) => {
    const rows = own.map((assignedSeats, at) =>
      held(`s${at}`, { seats: 20, assignedSeats, place: { file: "book.csv", row: 7 + at, line: 7 + at } }),
    );

    const { productInTenant } = only(surveyed(rows, [used(12)]));

    expect([productInTenant.assignedSeats, productInTenant.assignedAt?.file]).toEqual([12, "skus.csv"]);
    expect(productInTenant.assignedElsewhere.map(({ seats, at }) => [seats, `${at.file} row ${at.row}`])).toEqual(
      expected,
    );
  });

  it("says a count that a row took from another at the other's place", () => {
    const filled = [{ field: "assigned_seats", at: { file: "older.csv", row: 3, line: 3 } }];

    const { productInTenant } = only(surveyed([held("s1", { assignedSeats: 9, filled })], [used(12)]));

    expect(productInTenant.assignedElsewhere.map(({ at }) => at.file)).toEqual(["older.csv"]);
  });

  it("says the rows' own count behind those of other licence exports", () => {
    const usage = used(12, { repeats: [{ seats: 10, at: { file: "a.csv", row: 5, line: 6 } }] });

    const { productInTenant } = only(surveyed([held("s1", { assignedSeats: 9 })], [usage]));

    expect(productInTenant.assignedElsewhere.map(({ seats }) => seats)).toEqual([10, 9]);
  });

  it("falls back to the sum of what the rows say, and to nothing where none says", () => {
    const rows = [held("s1", { assignedSeats: 3 }), held("s2", { assignedSeats: 4 }), held("s3")];

    expect(only(surveyed(rows)).productInTenant.assignedSeats).toBe(7);
    expect(only(surveyed([held("s1")])).productInTenant.assignedSeats).toBeUndefined();
    expect(only(surveyed(rows, [used(20)])).productInTenant.assignedSeats).toBe(20);
  });
});

describe("target seats", () => {
  const rows = [held("s2", { seats: 10, key: "k1" }), held("s1", { seats: 10, key: "k2" })];
  const seatsOf = (assigned: number) =>
    surveyed(rows, [used(assigned)], aPolicy({ seats: "assigned" })).map(({ targetSeats }) => targetSeats);

  it("are those purchased, by default", () => {
    expect(surveyed(rows, [used(3)]).map(({ targetSeats }) => targetSeats)).toEqual([10, 10]);
  });

  it.each([
    [0, [1, 1]],
    [1, [1, 1]],
    [2, [1, 1]],
    [3, [1, 2]],
    [10, [1, 9]],
    [11, [1, 10]],
    [12, [2, 10]],
    [20, [10, 10]],
    [25, [15, 10]],
  ])("are the assigned %i, handed out in the order of the ids, by policy", (assigned, expected) => {
    expect(seatsOf(assigned)).toEqual(expected);
  });

  it("are those purchased where nobody knows the assigned", () => {
    expect(only(surveyed(rows, [], aPolicy({ seats: "assigned" }))).targetSeats).toBe(10);
  });

  it("are summed for the product", () => {
    const { productInTenant } = only(surveyed(rows, [used(12)], aPolicy({ seats: "assigned" })));

    expect(productInTenant).toMatchObject({ seats: 20, targetSeats: 12 });
  });
});

describe("what the new partner holds already", () => {
  const ours = { partnerTenantId: partner.tenantId };

  it("counts among the seats of the product, whose users it serves", () => {
    const { productInTenant } = only(
      surveyed([held("s1", { seats: 5 }), held("s2", { seats: 7, ...ours })], [used(12)]),
    );

    expect(productInTenant).toMatchObject({ subscriptionCount: 2, seats: 12, targetSeats: 12, assignedSeats: 12 });
  });

  it.each([
    [9, 2],
    [7, 1],
  ])("keeps its seats when the assigned %i are handed out", (assigned, expected) => {
    const rows = [held("s1", { seats: 5 }), held("s2", { seats: 7, ...ours })];
    const { targetSeats, productInTenant } = only(surveyed(rows, [used(assigned)], aPolicy({ seats: "assigned" })));

    expect([targetSeats, productInTenant.targetSeats]).toEqual([expected, expected + 7]);
  });

  it("does not count where it is a trial or deleted", () => {
    const others = [held("s2", { isTrial: true, ...ours }), held("s3", { status: "deleted", ...ours })];

    expect(only(surveyed([held("s1", { seats: 5 }), ...others])).productInTenant.seats).toBe(5);
  });

  it("is a base to stand on", () => {
    const phone = held("p1", { product: products.addOn });

    expect(only(surveyed([phone, held("s1", { seats: 4, ...ours })])).base?.baseSeats).toBe(4);
  });
});

describe("the base of an add-on", () => {
  const phone = (differences: Partial<Subscription> = {}) => held("p1", { product: products.addOn, ...differences });

  it("is what the catalogue says, with its seats", () => {
    const { base } = only(
      surveyed([phone(), held("s1", { seats: 4 }), held("s2", { seats: 6 }), held("s3", { product: products.kiosk })]),
    );

    expect(base?.baseSubscriptions.map(({ id }) => id)).toEqual(["s1", "s2"]);
    expect([base?.baseSeats, base?.neededOffers.map(({ id }) => id)]).toEqual([10, ["suite"]]);
  });

  it("is the parent of the row, whatever the catalogue says", () => {
    const { base } = only(surveyed([phone({ parentId: "K1" }), held("k1", { seats: 3, product: products.kiosk })]));

    expect([base?.baseSubscriptions.map(({ id }) => id), base?.baseSeats]).toEqual([["k1"], 3]);
  });

  it("is a promotion or tier of it, too: the tenant has the same licence", () => {
    const { base } = only(surveyed([phone(), held("s1", { seats: 4, product: { ids: [], name: "Suite -15%" } })]));

    expect(base?.baseSeats).toBe(4);
  });

  it("is shared by two subscriptions of one add-on, not by two add-ons", () => {
    const rows = [
      phone({ seats: 3 }),
      held("p2", { seats: 4, product: products.addOn }),
      held("l1", { seats: 9, product: products.loose, parentId: "s1" }),
      held("s1", { seats: 6 }),
    ];

    expect(surveyed(rows).map(({ base }) => [base?.addOnSeats, base?.baseSeats])).toEqual([
      [7, 6],
      [7, 6],
      [9, 6],
      [undefined, undefined],
    ]);
  });

  it("is what it will be: target seats, where they are those assigned", () => {
    const rows = [phone({ seats: 5 }), held("s1", { seats: 10 })];

    expect(only(surveyed(rows, [used(4)], aPolicy({ seats: "assigned" }))).base).toMatchObject({
      baseSeats: 4,
      addOnSeats: 5,
    });
  });

  it.each<[string, readonly Subscription[]]>([
    ["nothing", []],
    ["only a deleted one", [held("s1", { status: "deleted" })]],
    ["only another tenant's", [held("s1", { customer: aCustomer({ key: "other", name: "Other" }) })]],
  ])("is missing where the tenant has %s", (_, others) => {
    expect(only(surveyed([phone(), ...others])).base).toMatchObject({ baseSubscriptions: [], baseSeats: 0 });
  });

  it("is missing where the parent is not in the book, even of an offer that is no add-on", () => {
    expect(only(surveyed([held("s1", { parentId: "gone" })])).base?.baseSubscriptions).toEqual([]);
  });

  it("is never the add-on itself", () => {
    expect(only(surveyed([phone({ parentId: "p1" })])).base?.baseSubscriptions).toEqual([]);
  });

  it("is not known where neither the row nor the catalogue tells, and not asked for other offers", () => {
    const [loose, plain] = surveyed([held("l1", { product: products.loose }), held("s1")]);

    expect([loose?.base, plain?.base]).toEqual([undefined, undefined]);
  });
});

describe("a tenant", () => {
  it("counts the active, and those that do not say", () => {
    const { tenant } = only(
      surveyed([
        held("s1"),
        held("s2", { status: undefined }),
        held("s3", { status: "deleted" }),
        held("s4", { status: "suspended" }),
        held("s5", { status: "expired" }),
      ]),
    );

    expect(tenant.activeSubscriptionCount).toBe(2);
  });

  it("is routed once, with the country that could not be read", () => {
    const nowhere = aCustomer({ countries: [] });
    const unread = [{ field: "country", column: "Country", value: "Xyz" }] as const;
    const [first, second] = surveyed([held("s1", { customer: nowhere }), held("s2", { customer: nowhere, unread })]);

    expect(first?.tenant.region).toEqual({ kind: "unknownCountry", value: "Xyz" });
    expect(second?.tenant).toBe(first?.tenant);
  });
});
