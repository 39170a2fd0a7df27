import { describe, expect, it } from "vitest";
import { noticedServiceCount, serviceChange } from "../../src/map/services.ts";
import { aCatalogueOffer } from "../support/a-catalogue.ts";

const having = (plans: Readonly<Record<string, string>>) =>
  aCatalogueOffer({ id: "x", servicePlans: new Map(Object.entries(plans)) });
const NOTHING = { lost: [], gained: [] };
const FOUNDATION = "113feb6c-3fe4-4440-bddc-54d774bf0318";

describe("what users lose and gain", () => {
  it.each([
    ["nothing, the same plans", { a: "Mail" }, [{ a: "Mail" }], { lost: [], gained: [] }],
    ["nothing, a plan under another name", { a: "Mail" }, [{ a: "Post" }], { lost: [], gained: [] }],
    [
      "nothing, a plan whose old name is another's today",
      { a: "Mail", b: "Files" },
      [{ a: "Post", b: "Files" }],
      NOTHING,
    ],
    ["nothing, another plan of the same name", { a: "Mail" }, [{ b: "mail" }], { lost: [], gained: [] }],
    ["nothing that nobody notices", { a: "Mail", [FOUNDATION]: "Base" }, [{ a: "Mail" }], { lost: [], gained: [] }],
    ["a plan, and another instead", { a: "Mail" }, [{ b: "Files" }], { lost: ["Mail"], gained: ["Files"] }],
    ["two plans of one name once", { a: "Mail", b: "MAIL" }, [{ c: "Files" }], { lost: ["Mail"], gained: ["Files"] }],
    [
      "nothing that one of two gives",
      { a: "Mail", b: "Files" },
      [{ a: "Mail" }, { b: "Files" }],
      { lost: [], gained: [] },
    ],
  ])("is %s", (_name, before, after, expected) => {
    expect(serviceChange(having(before), after.map(having))).toEqual(expected);
  });

  it("is not known where the plans of either side are not", () => {
    expect(serviceChange(having({}), [having({ a: "Mail" })])).toBeUndefined();
    expect(serviceChange(having({ a: "Mail" }), [having({ a: "Mail" }), having({})])).toBeUndefined();
  });

  it("counts what a user would miss", () => {
    expect(noticedServiceCount(having({ a: "Mail", b: "mail", [FOUNDATION]: "Base" }))).toBe(1);
  });
});
