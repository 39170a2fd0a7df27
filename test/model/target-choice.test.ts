import { describe, expect, it } from "vitest";
import { targetChoiceText } from "../../src/model/target-choice.ts";
import { anOffer } from "../support/an-offer.ts";

describe("a target in a dropdown", () => {
  it("reads as id and name, several joined, one without an id by its name", () => {
    const known = anOffer({ productSku: "CFQ7TTC0LF8R:0001", name: "Office 365 E3" });
    const unknown = anOffer({ productSku: "", name: "Teams Enterprise" });

    expect(targetChoiceText([known, unknown])).toBe("CFQ7TTC0LF8R:0001 Office 365 E3 + Teams Enterprise");
  });
});
