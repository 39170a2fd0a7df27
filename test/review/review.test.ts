import { describe, expect, it } from "vitest";
import { subscriptionFacts } from "../../src/model/decision-facts.ts";
import { mappingKey } from "../../src/model/mapping-key.ts";
import { plainDate } from "../../src/model/plain-date.ts";
import type { MappingLine, PlannedSubscription } from "../../src/model/plan.ts";
import type { TypedDecision } from "../../src/model/verdict.ts";
import { collectDecisions } from "../../src/review/collect.ts";
import { review } from "../../src/review/review.ts";
import { aCatalogue, aCatalogueOffer } from "../support/a-catalogue.ts";
import { aDecision } from "../support/a-decision.ts";
import { aFinding, aPlan, aPlannedSubscription } from "../support/a-plan.ts";
import { allInEnglish } from "../support/in-english.ts";

const e3 = aCatalogueOffer({ id: "office-365-e3", name: "Office 365 E3", productSku: "CFQ7TTC0LF8R:0001" });
const e5 = aCatalogueOffer({ id: "e5", name: "Microsoft 365 E5", productSku: "CFQ7TTC0LFLZ:0002" });
const catalogue = aCatalogue(e3, e5);

function aBook(...subscriptions: readonly PlannedSubscription[]) {
  const plan = aPlan({ subscriptions });
  const mappings = plan.mappings.map((line): MappingLine => ({ ...line, key: mappingKey(line.identity) }));
  return { ...plan, mappings };
}

const one = aPlannedSubscription();
const other = aPlannedSubscription({ subscription: { key: "s2" } });
const lineKey = mappingKey(one.identity);

function reviewed(decisions: readonly TypedDecision[], ...subscriptions: readonly PlannedSubscription[]) {
  return review(decisions, aBook(...(subscriptions.length === 0 ? [one] : subscriptions)), catalogue);
}

function onMapping(difference: Partial<TypedDecision>): TypedDecision {
  return aDecision({ scope: "mapping", key: lineKey, decision: "use", source: "plan.xlsx Mapping!C2", ...difference });
}

describe("a decision on a subscription", () => {
  const day = plainDate("2027-01-08");

  it.each<[string, Partial<TypedDecision>, object]>([
    ["approve", {}, { kind: "approve", offers: undefined, seats: undefined, switchOn: undefined }],
    ["approve in capitals", { decision: "APPROVE" }, { kind: "approve" }],
    ["approve on another day", { date: day }, { kind: "approve", switchOn: day }],
    ["approve another target", { target: "Microsoft 365 E5" }, { kind: "approve", offers: [e5] }],
    ["hold", { decision: "hold" }, { kind: "hold" }],
    ["hold with what to change later", { decision: "hold", seats: 30 }, { kind: "hold", seats: 30 }],
    ["exclude", { decision: "exclude" }, { kind: "exclude" }],
    ["change seats", { decision: "change", seats: 1 }, { kind: "change", seats: 1 }],
    ["change the day", { decision: "change", date: day }, { kind: "change", switchOn: day }],
    ["change the target", { decision: "change", target: "CFQ7TTC0LFLZ:0002" }, { kind: "change", offers: [e5] }],
    [
      "change to several targets",
      { decision: "change", target: "Office 365 E3 + CFQ7TTC0LFLZ:0002" },
      { kind: "change", offers: [e3, e5] },
    ],
    [
      "change all at once",
      { decision: "change", target: "Microsoft 365 E5", seats: 30, date: day },
      { kind: "change", offers: [e5], seats: 30, switchOn: day },
    ],
  ])("is applied: %s", (_, typed, ruling) => {
    const { verdicts, unapplied } = reviewed([aDecision(typed)]);

    expect(verdicts[0]?.ruling).toMatchObject(ruling);
    expect(verdicts[0]).toMatchObject({ stale: [], refused: [] });
    expect(unapplied).toEqual([]);
  });

  it.each<[string, Partial<TypedDecision>, string]>([
    ["an unknown word", { decision: "yes" }, 'expected approve, hold, exclude, change, found "yes"'],
    ["a word of the mapping", { decision: "accept" }, 'found "accept"'],
    ["seats without a decision", { decision: "", seats: 30 }, "needs a decision beside it"],
    ["a target without a decision", { decision: "", target: "Office 365 E3" }, "needs a decision beside it"],
    ["a date without a decision", { decision: "", date: day }, "needs a decision beside it"],
    ["change of nothing", { decision: "change" }, "change says nothing"],
    ["hold on a day", { decision: "hold", date: day }, "what is held has no date"],
    ["exclude with a target", { decision: "exclude", target: "Office 365 E3" }, "what is excluded has no"],
    ["exclude with seats", { decision: "exclude", seats: 30 }, "what is excluded has no"],
    ["exclude with a date", { decision: "exclude", date: day }, "what is excluded has no"],
    ["no seats", { decision: "change", seats: 0 }, 'found "0"'],
    ["less than no seats", { decision: "change", seats: -5 }, 'found "-5"'],
    ["a part of a seat", { decision: "change", seats: 2.5 }, 'found "2.5"'],
    ["more seats than numbers hold", { decision: "change", seats: 2 ** 60 }, "expected a whole number"],
    ["an unknown target", { decision: "change", target: "Office 2049" }, 'no offer "Office 2049"'],
    ["one unknown target of two", { decision: "change", target: "Office 365 E3 + X" }, 'no offer "X"'],
    ["a cell that could not be read", { problem: 'seats: found "x"' }, 'seats: found "x"'],
  ])("is refused whole: %s", (_, typed, reason) => {
    const { verdicts, unapplied } = reviewed([aDecision(typed)]);

    expect(verdicts[0]?.ruling).toBeUndefined();
    expect(allInEnglish(verdicts[0]?.refused)).toEqual([
      expect.objectContaining({ reason: expect.stringContaining(reason) }),
    ]);
    expect(allInEnglish(unapplied)).toEqual([{ decision: aDecision(typed), reason: expect.stringContaining(reason) }]);
  });

  it("that is excluded by its findings can be excluded by a person, too, and nothing else", () => {
    const excluded = aPlannedSubscription({ surveyed: { exclusions: ["TRIAL"] } });

    expect(reviewed([aDecision({ decision: "exclude" })], excluded).verdicts[0]?.ruling?.kind).toBe("exclude");
    expect(allInEnglish(reviewed([aDecision()], excluded).unapplied[0]?.reason)).toContain(
      "nothing is to be moved (TRIAL)",
    );
  });

  it("that is not in the book any more is listed, with everything that was typed", () => {
    const gone = [aDecision({ key: "gone" }), aDecision({ key: "gone", decision: "", comment: "ask", source: "b" })];
    const { unapplied } = reviewed(gone);

    expect(unapplied.map(({ decision }) => decision)).toEqual([gone[1], gone[0]]);
    for (const { reason } of unapplied) expect(allInEnglish(reason)).toContain("in the book any more");
  });

  it("without a key is listed with what is wrong", () => {
    const { unapplied } = reviewed([aDecision({ key: "", problem: "no key" })]);

    expect(allInEnglish(unapplied[0]?.reason)).toBe("no key");
  });

  it("that is only a comment changes nothing and is shown again", () => {
    const { verdicts, unapplied } = reviewed([aDecision({ decision: "", comment: "ask Mr Ende" })]);

    expect(verdicts[0]).toMatchObject({ ruling: undefined, stale: [], refused: [], typed: { comment: "ask Mr Ende" } });
    expect(unapplied).toEqual([]);
  });
});

describe("the facts that a reviewer saw", () => {
  const seen = aPlannedSubscription({
    findings: [aFinding("SERVICES_LOST", "warning"), aFinding("SEATS_UNASSIGNED", "info")],
  });
  const facts = subscriptionFacts(seen);

  it.each<[string, Parameters<typeof aPlannedSubscription>[0], string]>([
    ["seats", { subscription: { seats: 26 } }, "seats"],
    ["term end", { slot: { termEnd: plainDate("2027-04-01") } }, "term_end"],
    ["target", { target: { offers: [e5] } }, "target"],
    [
      "a finding more",
      { findings: [aFinding("SERVICES_LOST", "warning"), aFinding("OFFER_AMBIGUOUS", "blocking")] },
      "findings",
    ],
    ["a finding less", { findings: [] }, "findings"],
  ])("make the decision ask again when they changed: %s", (_, now, name) => {
    const changed = { findings: [aFinding("SERVICES_LOST", "warning")], ...now };
    const { verdicts, unapplied } = reviewed([aDecision({ facts })], aPlannedSubscription(changed));

    expect(verdicts[0]?.ruling).toBeUndefined();
    expect(verdicts[0]?.stale[0]?.changed.map((fact) => fact.name)).toEqual([name]);
    expect(allInEnglish(unapplied[0]?.reason)).toContain(`${name} was`);
  });

  it.each<[string, Parameters<typeof aPlannedSubscription>[0]]>([
    ["nothing", {}],
    [
      "a finding that changes nothing",
      { findings: [aFinding("SERVICES_LOST", "warning"), aFinding("OFFER_RENAMED", "info")] },
    ],
    ["the day of the switch", { slot: { switchOn: plainDate("2027-02-02") } }],
  ])("let it hold when what changed is %s", (_, now) => {
    const same = aPlannedSubscription({ findings: [aFinding("SERVICES_LOST", "warning")], ...now });

    expect(reviewed([aDecision({ facts })], same).verdicts[0]?.ruling?.kind).toBe("approve");
  });

  it("are not compared where there are none, or of names that are not known", () => {
    expect(reviewed([aDecision({ facts: "" })]).verdicts[0]?.ruling?.kind).toBe("approve");
    expect(reviewed([aDecision({ facts: "colour=red" })]).verdicts[0]?.ruling?.kind).toBe("approve");
  });

  it("ask again when the reviewer changed one of the program's own cells", () => {
    const { verdicts } = reviewed([aDecision({ facts: "changed_seats=30" })]);

    expect(verdicts[0]?.stale[0]?.changed).toEqual([{ name: "seats", seen: "30", now: "as in the plan" }]);
  });

  it("hold for one of two who decided the same, where the other saw the book of today", () => {
    const lines = [aDecision({ facts: "seats=24" }), aDecision({ facts: "seats=25", reviewer: "Bert", source: "b" })];
    const { verdicts, unapplied } = reviewed(lines);

    expect(verdicts[0]?.ruling?.kind).toBe("approve");
    expect(unapplied).toEqual([]);
  });
});

describe("two reviewers", () => {
  const bert = { reviewer: "Bert", source: "bert.xlsx Plan!D2", comment: "from Bert" };

  it("who decide the same are both named, with both comments", () => {
    const { decisions, problems } = collectDecisions([aDecision({ comment: "from Ana" }), aDecision(bert)]);

    expect(problems).toEqual([]);
    expect(decisions).toHaveLength(1);
    expect(decisions[0]).toMatchObject({ reviewer: "Bert; Ana", comment: "from Bert; from Ana" });
    expect(reviewed(decisions).verdicts[0]?.ruling?.kind).toBe("approve");
  });

  it("who decide the same in other letters agree", () => {
    expect(collectDecisions([aDecision(), aDecision({ ...bert, decision: "APPROVE" })]).problems).toEqual([]);
  });

  it.each<[string, Partial<TypedDecision>]>([
    ["another word", { decision: "hold" }],
    ["other seats", { decision: "approve", seats: 30 }],
    ["another day", { date: plainDate("2027-01-08") }],
    ["another target", { target: "Microsoft 365 E5" }],
  ])("who disagree are both named and kept, and neither is applied: %s", (_, typed) => {
    const { decisions, problems } = collectDecisions([aDecision(), aDecision({ ...bert, ...typed })]);
    const { verdicts, unapplied } = reviewed(decisions);

    expect(decisions).toHaveLength(2);
    expect(problems).toHaveLength(1);
    for (const name of ["Ana", "Bert"]) expect(problems[0]).toContain(name);
    expect(verdicts[0]?.ruling).toBeUndefined();
    expect(verdicts[0]?.typed).toMatchObject({ decision: "", comment: expect.stringContaining("Bert: ") });
    expect(verdicts[0]?.typed?.comment).toContain("from Bert");
    expect(unapplied).toHaveLength(2);
  });

  it("of whom one only comments do not disagree", () => {
    const lines = [aDecision(), aDecision({ ...bert, decision: "" })];
    const { decisions, problems } = collectDecisions(lines);

    expect(problems).toEqual([]);
    expect(reviewed(decisions).verdicts[0]).toMatchObject({
      ruling: { kind: "approve" },
      typed: { decision: "approve", comment: "from Bert", reviewer: "Bert; Ana" },
    });
  });

  it("say what they say in whatever order the workbooks are named", () => {
    const lines = [
      aDecision(),
      aDecision({ ...bert, decision: "hold" }),
      aDecision({ key: "s2", decision: "exclude" }),
    ];

    expect(collectDecisions([...lines].reverse())).toEqual(collectDecisions(lines));
    expect(reviewed([...lines].reverse(), one, other)).toEqual(reviewed(lines, one, other));
  });
});

describe("a decision on a source offer", () => {
  const rival = aPlannedSubscription({ subscription: { key: "s3" }, target: { offers: [e5] } });

  it("to use another target goes for every subscription of it", () => {
    const { verdicts } = reviewed([onMapping({ target: "Microsoft 365 E5" })], one, other);

    expect(verdicts.map((verdict) => verdict?.ruling?.offers)).toEqual([[e5], [e5]]);
  });

  it("to accept goes for those to whom this very target is proposed", () => {
    const { verdicts } = reviewed([onMapping({ decision: "accept" })], one, other, rival);

    expect(verdicts.map((verdict) => verdict?.ruling?.kind)).toEqual(["mapping", "mapping", undefined]);
  });

  it("to have none takes the target from all", () => {
    const { verdicts } = reviewed([onMapping({ decision: "none" })], one, other);

    expect(verdicts.map((verdict) => verdict?.ruling?.offers)).toEqual([[], []]);
  });

  it("yields to what was decided on a subscription, and settles what that leaves open", () => {
    const own = [aDecision({ target: "Office 365 E3" }), aDecision({ key: "s2", decision: "hold", source: "s2" })];
    const { verdicts } = reviewed([onMapping({ target: "Microsoft 365 E5" }), ...own], one, other);

    expect(verdicts.map((verdict) => verdict?.ruling)).toMatchObject([
      { kind: "approve", offers: [e3] },
      { kind: "hold", offers: [e5] },
    ]);
  });

  it("leaves what is excluded alone", () => {
    const excluded = aPlannedSubscription({ surveyed: { exclusions: ["TRIAL"] } });

    expect(reviewed([onMapping({ target: "Microsoft 365 E5" })], excluded).verdicts[0]?.ruling).toBeUndefined();
  });

  it.each<[string, Partial<TypedDecision>, string]>([
    ["use of nothing", {}, "use says nothing"],
    ["accept and another target", { decision: "accept", target: "Microsoft 365 E5" }, "decide use for another"],
    ["none and a target", { decision: "none", target: "Microsoft 365 E5" }, "contradict"],
    ["a target without a decision", { decision: "", target: "Microsoft 365 E5" }, "needs a decision beside it"],
    ["an unknown target", { target: "Office 2049" }, 'no offer "Office 2049"'],
    ["a word of subscriptions", { decision: "approve" }, 'expected accept, use, none, found "approve"'],
  ])("is refused for all of them, and listed once: %s", (_, typed, reason) => {
    const { verdicts, unapplied, typedOnMappings } = reviewed([onMapping(typed)], one, other);

    for (const verdict of verdicts) expect(allInEnglish(verdict?.refused[0]?.reason)).toContain(reason);
    expect(unapplied).toHaveLength(1);
    expect(typedOnMappings.get(lineKey)).toBeDefined();
  });

  it("to accept where no target is proposed is refused", () => {
    const none = aPlannedSubscription({ target: { match: "none", offers: [] } });

    expect(allInEnglish(reviewed([onMapping({ decision: "accept" })], none).unapplied[0]?.reason)).toContain(
      "no target is proposed",
    );
  });

  it("twice, and differently, holds for none and names both", () => {
    const lines = [
      onMapping({ target: "Microsoft 365 E5" }),
      onMapping({ decision: "none", reviewer: "Bert", source: "bert.xlsx Mapping!C2" }),
    ];
    const { verdicts, unapplied } = reviewed(lines, one, other);

    for (const verdict of verdicts) expect(verdict).toMatchObject({ ruling: undefined, refused: [{}, {}] });
    expect(allInEnglish(unapplied.map(({ reason }) => reason))).toEqual([
      expect.stringMatching(/Ana.*Bert|Bert.*Ana/),
      expect.stringMatching(/Ana.*Bert|Bert.*Ana/),
    ]);
  });

  it("twice, and the same, holds", () => {
    const lines = [onMapping({ decision: "none" }), onMapping({ decision: "none", reviewer: "Bert", source: "b" })];

    expect(reviewed(lines).verdicts[0]?.ruling?.offers).toEqual([]);
  });

  it("of an offer that nobody has any more is listed", () => {
    expect(allInEnglish(reviewed([onMapping({ key: "gone" })]).unapplied[0]?.reason)).toContain(
      "this source offer any more",
    );
  });

  it("is asked again when the proposal changed, unless the subscription has a decision of its own", () => {
    const stale = onMapping({ target: "Microsoft 365 E5", facts: "target=CFQ7TTC0LFLZ:0002; match=name" });
    const { verdicts, unapplied } = reviewed([stale, aDecision()], one, other);

    expect(verdicts[0]).toMatchObject({ ruling: { kind: "approve" }, stale: [] });
    expect(verdicts[1]?.ruling).toBeUndefined();
    expect(verdicts[1]?.stale[0]?.changed.map(({ name }) => name)).toEqual(["target", "match"]);
    expect(unapplied).toHaveLength(1);
  });
});
