import { expect, it } from "vitest";
import { catalogueFilesNamed } from "../../src/config/catalogue-files-named.ts";
import { readConfiguration } from "../../src/config/read-configuration.ts";

it.each([
  ["none", "{}", []],
  [
    "some, with comments and a comma at the end",
    '\uFEFF{ // mine\n "catalogue": ["a.csv", "facts"], }',
    ["a.csv", "facts"],
  ],
  ["an empty list", '{ "catalogue": [] }', []],
])("names the catalogue files that the configuration has: %s", async (_, text, expected) => {
  expect(catalogueFilesNamed(text)).toEqual(expected);
  expect((await readConfiguration(text, "plan.json")).catalogueFiles).toEqual(expected);
});

it.each([
  ["no JSON", '{ "catalogue": ["a.csv"]'],
  ["no object", '["a.csv"]'],
  ["nothing", "null"],
  ["a text", '{ "catalogue": "a.csv" }'],
  ["a number among the names", '{ "catalogue": ["a.csv", 1] }'],
  ["an empty name", '{ "catalogue": ["a.csv", ""] }'],
])("names none where the configuration will be refused: %s", async (_, text) => {
  expect(catalogueFilesNamed(text)).toEqual([]);
  await expect(readConfiguration(text, "plan.json")).rejects.toThrow();
});
