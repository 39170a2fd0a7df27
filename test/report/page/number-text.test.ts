import { expect, it } from "vitest";
import { languageOf } from "../../../src/locale/language.ts";
import { shareText } from "../../../src/report/page/number-text.ts";

it.each([
  [0, "0"],
  [999, "999"],
  [1000, "1,000"],
  [1234567, "1,234,567"],
])("writes the number %d as %s", (value, text) => {
  expect(languageOf("en").number(value)).toBe(text);
});

it.each([
  [0.5, "0.50"],
  [1234.5, "1,234.50"],
])("writes the amount %d as %s", (value, text) => {
  expect(languageOf("en").money(value)).toBe(text);
});

it.each([
  [0, 0, "0 %"],
  [1, 1000, "< 1 %"],
  [999, 1000, "> 99 %"],
  [1000, 1000, "100 %"],
  [1, 3, "33 %"],
])("writes %d of %d as %s", (part, whole, text) => {
  expect(shareText(part, whole)).toBe(text);
});
