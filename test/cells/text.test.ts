import { expect, it } from "vitest";
import { cleanText, isNothing } from "../../src/cells/text.ts";

it.each([
  ["Contoso", "Contoso"],
  ["", ""],
  ["  Contoso  GmbH\t", "Contoso GmbH"],
  ["Contoso\u00a0GmbH\u3000", "Contoso GmbH"],
  ["Contoso\r\nGmbH\n", "Contoso GmbH"],
  ["Con\u0000to\u0007so\u200b\ufeff", "Contoso"],
  ["\u202eContoso", "Contoso"],
  ["Zażółć 日本 😀", "Zażółć 日本 😀"],
  ["'25.0000", "25.0000"],
  ["'=1+1", "=1+1"],
  ["''25", "'25"],
  [" ' 25", "25"],
  ["'", ""],
  ["'Contoso", "Contoso"],
  ["O'Neill", "O'Neill"],
  ["'s-Hertogenbosch BV", "'s-Hertogenbosch BV"],
  ["'t Zand", "'t Zand"],
  ["'t", "t"],
])("cleans %j to %j", (text, expected) => {
  expect(cleanText(text)).toBe(expected);
});

it.each([
  ["", true],
  ["-", true],
  ["N/A", true],
  ["null", true],
  ["0", false],
  ["nulls", false],
  ["A", false],
])("%j says nothing: %s", (text, expected) => {
  expect(isNothing(text)).toBe(expected);
});
