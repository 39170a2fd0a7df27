import { describe, expect, it } from "vitest";
import type { Example } from "../../src/findings/define-rule.ts";
import { finding, messageOf, SEVERITIES } from "../../src/findings/finding.ts";
import { discontinuedExample } from "../../src/flag/discontinued-example.ts";
import { flag } from "../../src/flag/flag.ts";
import { rules } from "../../src/flag/rules/index.ts";
import { statusOf } from "../../src/flag/status.ts";
import { plainDate } from "../../src/model/plain-date.ts";
import { aCase } from "../support/a-case.ts";
import { aPolicy } from "../support/a-slot.ts";
import { anOffer } from "../support/an-offer.ts";

describe("flag", () => {
  it("raises nothing for an ordinary subscription", () => {
    expect(findingsOf({ name: "ordinary" })).toEqual([]);
  });

  it("gives each subscription its own findings, in the order of the book", () => {
    const cases = [
      aCase(),
      aCase({ name: "a seat short", subscription: { seats: 24, assignedSeats: 25 } }),
      aCase({ name: "another region", tenant: { region: { kind: "unserved", country: "RU" } } }),
    ];

    const found = flag(cases, contextOf(cases));

    expect(found.map((list) => list.map(({ wording }) => wording.code))).toEqual([
      [],
      ["SEATS_BELOW_ASSIGNED"],
      ["REGION_UNSERVED"],
    ]);
  });

  const short: Example = { name: "short", subscription: { id: "base", seats: 24, assignedSeats: 25 } };
  const shortToo: Example = { ...short, subscription: { ...short.subscription, id: "another" } };
  const unconfirmed: Example = { name: "in review", customer: { confirmed: false } };

  const addOnOf: Example = { name: "an add-on" };
  const trial: Example = { name: "a trial", case: { exclusions: ["TRIAL"] } };

  it.each<[string, readonly Example[], Example, readonly string[]]>([
    ["its only base is blocked", [short], addOnOf, ["BASE_BLOCKED"]],
    ["both of its bases are blocked", [short, shortToo], addOnOf, ["BASE_BLOCKED"]],
    ["one of its bases is ready", [short, { name: "ready" }], addOnOf, []],
    ["its base is in review", [unconfirmed], addOnOf, []],
    ["it is blocked itself", [short], short, ["SEATS_BELOW_ASSIGNED"]],
    ["it is excluded", [short], trial, ["TRIAL"]],
    ["it has no base in the book", [], addOnOf, ["ADDON_WITHOUT_BASE"]],
  ])("tells of an add-on that its bases do not move, in either order: %s", (_, baseExamples, example, codes) => {
    const bases = baseExamples.map(aCase);
    const baseSubscriptions = bases.map(({ subscription }) => subscription);
    const addOn = { ...aCase(example), base: { neededOffers: [], baseSubscriptions, baseSeats: 100 } };

    for (const book of [
      [...bases, addOn],
      [addOn, ...bases],
    ]) {
      const found = flag(book, contextOf(book))[book.indexOf(addOn)];
      expect(found?.map(({ wording }) => wording.code)).toEqual(codes);
    }
  });

  it("lists the worst first, then by code", () => {
    const codes = findingsOf({
      name: "much at once",
      subscription: { seats: 24, assignedSeats: 25, term: undefined },
      customer: { relationship: undefined, confirmed: false },
      tenant: { region: { kind: "conflict", country: "KE", region: "Africa" } },
      target: { servicesLost: ["Yammer Enterprise"], licenceAction: "reassign" },
    }).map(({ wording }) => wording.code);

    expect(codes).toEqual([
      "REGION_CONFLICT",
      "SEATS_BELOW_ASSIGNED",
      "CUSTOMER_UNCONFIRMED",
      "LICENCES_TO_REASSIGN",
      "SERVICES_LOST",
      "RELATIONSHIP_MISSING",
      "TERM_ASSUMED",
    ]);
  });

  it("sorts every rule's findings by severity", () => {
    for (const example of rules.flatMap((rule) => rule.examples.flagged)) {
      const ranks = findingsOf(example).map(({ severity }) => SEVERITIES.indexOf(severity));

      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    }
  });

  it("leaves an excluded subscription only its exclusions and what is wrong with its rows", () => {
    const codes = findingsOf({
      name: "an expired trial with a conflict",
      subscription: {
        seats: 24,
        assignedSeats: 25,
        status: "suspended",
        unread: [{ field: "billing", column: "Billing", value: "weekly" }],
      },
      customer: { relationship: false },
      target: { match: "none", offers: [] },
      tenant: { region: { kind: "unserved", country: "RU" } },
      case: { exclusions: ["TRIAL", "ALREADY_OURS"] },
    }).map(({ wording }) => wording.code);

    expect(codes).toEqual(["ALREADY_OURS", "TRIAL", "VALUE_UNKNOWN"]);
  });

  it("refuses lists that do not run parallel", () => {
    const cases = [aCase()];

    expect(() => flag(cases, { ...contextOf(cases), targets: [] })).toThrow("subscription 0");
  });
});

describe("severity of NOT_ACTIVE", () => {
  it.each([
    ["suspended", "blocking", "blocked"],
    ["disabled", "blocking", "blocked"],
    ["pending", "warning", "review"],
  ] as const)("%s is %s", (status, severity, planStatus) => {
    const findings = findingsOf({ name: status, subscription: { status } });

    expect(findings).toMatchObject([{ wording: { code: "NOT_ACTIVE" }, severity }]);
    expect(statusOf(findings)).toBe(planStatus);
  });

  it("deleted is excluded", () => {
    const findings = findingsOf({
      name: "deleted",
      subscription: { status: "deleted" },
      case: { exclusions: ["NOT_ACTIVE"] },
    });

    expect(findings).toMatchObject([{ wording: { code: "NOT_ACTIVE" }, severity: "excluded" }]);
    expect(statusOf(findings)).toBe("excluded");
  });
});

describe("messages", () => {
  it.each<[string, Example, string]>([
    [
      "SEATS_BELOW_ASSIGNED",
      { name: "short", subscription: { seats: 2, assignedSeats: 25 } },
      "2 seats planned but 25 assigned in the tenant: 23 users would lose the licence.",
    ],
    [
      "SEATS_BELOW_ASSIGNED",
      { name: "one short", productInTenant: { subscriptionCount: 2, targetSeats: 49, assignedSeats: 50 } },
      "49 seats planned in 2 subscriptions but 50 assigned in the tenant: 1 user would lose the licence.",
    ],
    [
      "REGION_CONFLICT",
      { name: "south", tenant: { region: { kind: "conflict", country: "ZA", region: "Middle East" } } },
      'The tenant is in South Africa (ZA), region "Middle East"; no partner location is.',
    ],
    [
      "REGION_UNKNOWN",
      { name: "no partner", tenant: { region: { kind: "noPartner", country: "DE", region: "Europe" } } },
      'No partner location is configured, so nobody can serve DE; give --partner-country, or "partners" in the configuration.',
    ],
    [
      "BUFFER_REDUCED",
      {
        name: "inside",
        slot: { switchOn: plainDate("2027-03-26"), conditions: [{ code: "BUFFER_REDUCED", facts: {} }] },
      },
      "The switch on 2027-03-26 leaves 5 days to the term end; the buffer is 7.",
    ],
    [
      "BUFFER_REDUCED",
      {
        name: "of a later term that is not told",
        slot: { switchOn: plainDate("2027-04-26"), conditions: [{ code: "BUFFER_REDUCED", facts: {} }] },
      },
      "The switch lies within 7 days of the term end.",
    ],
    [
      "IN_GRACE",
      {
        name: "after the term end",
        slot: { switchOn: plainDate("2027-04-01"), conditions: [{ code: "IN_GRACE", facts: {} }] },
      },
      "The switch on 2027-04-01 is 1 day after the term end 2027-03-31; grace lasts 30 days.",
    ],
    [
      "OFFER_DISCONTINUED",
      { name: "off sale", target: discontinuedExample({ match: "successor" }) },
      '"Office 365 E3" (CFQ7TTC0LF8R:0001) cannot be ordered from 2022-06-01 on; stated successor: "Office 365 E3" (CFQ7TTC0LF8R:0001).',
    ],
    [
      "REGION_UNSERVED",
      { name: "Russia", tenant: { region: { kind: "unserved", country: "RU" } } },
      "Russia (RU) lies in no CSP region: in the table of 2021-04-15, not in that of 2023-08-17.",
    ],
    [
      "SEGMENT_CONFLICT",
      { name: "education", identity: { segmentConflict: { stated: "education", offers: [anOffer()] } } },
      'The row says education, but "Office 365 E3" (CFQ7TTC0LF8R:0001) is sold for commercial.',
    ],
    [
      "ADDON_WITHOUT_BASE",
      {
        name: "five bases would do",
        case: {
          base: {
            neededOffers: ["E1", "E3", "E5", "F1", "F3"].map((name) => anOffer({ name })),
            baseSubscriptions: [],
            baseSeats: 0,
          },
        },
      },
      'The tenant moves none of its base offers: "E1", "E3" and "E5", or 2 more.',
    ],
    [
      "CANCELLATION_WINDOW",
      {
        name: "of a later term",
        slot: {
          switchOn: plainDate("2028-04-03"),
          conditions: [{ code: "CANCELLATION_WINDOW", facts: { termEnd: plainDate("2028-03-31") } }],
        },
      },
      "The term renews after 2028-03-31; switch on 2028-04-03, and cancel by 2028-04-07.",
    ],
    [
      "TERM_ENDED",
      { name: "yesterday", subscription: { termEnd: plainDate("2026-11-30") } },
      "The term ended on 2026-11-30, before the day of the plan (2026-12-01).",
    ],
  ])("%s names the values", (code, example, message) => {
    const rule = rules.find((candidate) => candidate.code === code);

    const facts = rule?.check(aCase(example));

    expect(rule && messageOf(finding(rule, facts))).toBe(message);
  });
});

function contextOf(cases: readonly ReturnType<typeof aCase>[]) {
  return {
    targets: cases.map(({ target }) => target),
    slots: cases.map(({ slot }) => slot),
    policy: aPolicy(),
    today: plainDate("2026-12-01"),
  };
}

function findingsOf(example: Example) {
  const subject = aCase(example);
  return flag([subject], contextOf([subject]))[0] ?? [];
}

describe("a subscription without a target", () => {
  const paths = ["billing-transfer", "repurchase", "channel-renewal"] as const;
  const statuses = ["endOfSale", "notRenewable", "retired", "promotion", "programmeEnded"] as const;
  const discontinued = paths.flatMap((path) =>
    statuses.flatMap((status) => [true, false].map((renewable) => ({ path, status, renewable }))),
  );

  it.each(discontinued)("is blocked by exactly one finding: $path, $status, renewable $renewable", (combination) => {
    const { path, status, renewable } = combination;

    const findings = findingsOf({
      name: "gone",
      target: discontinuedExample({ match: "none", offers: [], status, renewable }),
      slot: { path },
    });

    expect(findings.filter(({ severity }) => severity === "blocking")).toHaveLength(1);
  });

  it.each<[string, Example]>([
    ["OFFER_UNKNOWN", { name: "unknown", identity: { offer: undefined, found: "nothing" } }],
    ["OFFER_AMBIGUOUS", { name: "two readings", readings: [{ id: "a" }, { id: "b" }] }],
    ["SEGMENT_CONFLICT", { name: "segment", identity: { segmentConflict: { stated: "education", offers: [] } } }],
  ])("is blocked by %s alone", (code, example) => {
    const findings = findingsOf({ ...example, target: { match: "none", offers: [], licenceAction: undefined } });

    expect(findings.map(({ wording }) => wording.code)).toEqual([code]);
  });
});
