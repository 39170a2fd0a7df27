import { describe, expect, it } from "vitest";
import { candidatesText, namedProduct, productText } from "../../src/flag/phrases.ts";
import { say } from "../../src/locale/sentence.ts";
import { anIdentity, anOffer } from "../support/an-offer.ts";
import { inEnglish } from "../support/in-english.ts";

const desk = anOffer({ name: "Desk", productSku: "CFQ7TTC0XD01:0001" });
const named = (differences: Parameters<typeof anIdentity>[0]) =>
  inEnglish(productText(namedProduct(anIdentity(differences))));

describe("the source product in a message", () => {
  it.each([
    ["an id alone, by the name of its offer", { ids: ["DESK_1"], name: "" }, '"Desk" (DESK_1)'],
    ["an id and a name, as the row has it", { ids: ["DESK_1"], name: "Old desk" }, '"Old desk" (DESK_1)'],
    ["a name alone", { ids: [], name: "Old desk" }, '"Old desk"'],
  ])("is %s", (_name, product, expected) => {
    expect(named({ product, offer: desk })).toBe(expected);
  });

  it("is named after the offer of another segment, where there is only that", () => {
    const segmentConflict = { stated: "education", offers: [desk] } as const;

    expect(named({ product: { ids: ["DESK_1"], name: "" }, offer: undefined, segmentConflict })).toBe(
      '"Desk" (DESK_1)',
    );
  });

  it("is the id where nobody knows more", () => {
    expect(named({ product: { ids: ["DESK_1"], name: "" }, offer: undefined })).toBe('"DESK_1"');
  });
});

it("names every candidate, with the id to order by where it is known", () => {
  const table = anOffer({ name: "Table", productSku: "" });

  expect(inEnglish(candidatesText([desk, table], say`nothing`))).toBe(
    'candidates: "Desk" (CFQ7TTC0XD01:0001) and "Table"',
  );
  expect(inEnglish(candidatesText([], say`nothing`))).toBe("nothing");
});
