import { describe, expect, it } from "vitest";
import { targetChoiceText, targetOfChoice } from "../../src/model/target-choice.ts";
import { anOffer } from "../support/an-offer.ts";

describe("a target in a dropdown", () => {
  it("reads as id and name, several joined, one without an id by its name", () => {
    const known = anOffer({ productSku: "CFQ7TTC0LF8R:0001", name: "Office 365 E3" });
    const unknown = anOffer({ productSku: "", name: "Teams Enterprise" });

    expect(targetChoiceText([known, unknown])).toBe("CFQ7TTC0LF8R:0001 Office 365 E3 + Teams Enterprise");
  });

  it.each([
    ["CFQ7TTC0LF8R:0001 Office 365 E3", "CFQ7TTC0LF8R:0001"],
    ["CFQ7TTC0LF8R:0001", "CFQ7TTC0LF8R:0001"],
    ["  CFQ7TTC0LF8R:0001  ", "CFQ7TTC0LF8R:0001"],
    ["CFQ7TTC0LF8R:0001 + CFQ7TTC0LCHC:0002", "CFQ7TTC0LF8R:0001 + CFQ7TTC0LCHC:0002"],
    ["CFQ7TTC0LF8R:0001 A + CFQ7TTC0LCHC:0002 B", "CFQ7TTC0LF8R:0001 + CFQ7TTC0LCHC:0002"],
    ["CFQ7TTC0LFJ1:0001 Enterprise Mobility + Security E3", "CFQ7TTC0LFJ1:0001"],
    ["Enterprise Mobility + Security E3", "Enterprise Mobility + Security E3"],
    ["CFQ7TTC0LF8R:00011", "CFQ7TTC0LF8R:00011"],
    ["ask Ana about CFQ7TTC0LF8R:0001", "ask Ana about CFQ7TTC0LF8R:0001"],
    ["", ""],
  ])("%s means %s", (text, target) => {
    expect(targetOfChoice(text)).toBe(target);
  });
});
