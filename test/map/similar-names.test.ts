import { describe, expect, it } from "vitest";
import { similarNames } from "../../src/map/similar-names.ts";
import { aCatalogueOffer } from "../support/a-catalogue.ts";

// Many, so that the words that all have say little.
const RARE = ["Lighthouse", "Copilot", ...Array.from({ length: 40 }, (_, at) => `Tool${at}`)];
const offers = RARE.map((word) => aCatalogueOffer({ id: word.toLowerCase(), name: `Microsoft 365 ${word}` }));
const nearest = (text: string, most = 3, accepts: (id: string) => boolean = () => true) =>
  similarNames(offers)(text, ({ id }) => accepts(id), most).map(({ offer }) => offer.id);

describe("names that come near", () => {
  it.each([
    ["the word that tells them apart, in another order", "Lighthouse for Microsoft 365", ["lighthouse"]],
    ["an equal name", "microsoft 365 Copilot", ["copilot"]],
  ])("share %s", (_name, text, expected) => {
    expect(nearest(text).slice(0, 1)).toEqual(expected);
  });

  it("are none where only words of all names are shared, however alike the spelling", () => {
    expect(nearest("Microsoft 365 Lighthorse")).toEqual([]);
  });

  it("are none of those that are not wanted, and no more than asked for", () => {
    expect(nearest("Microsoft 365 Copilot", 3, (id) => id !== "copilot")).not.toContain("copilot");
    expect(nearest("Microsoft 365 Copilot Lighthouse", 2)).toHaveLength(2);
    expect(nearest("Microsoft 365 Copilot Lighthouse", 1)).toHaveLength(1);
  });
});
