import { readJsonWithComments } from "./json-with-comments.ts";

/**
 * The catalogue files that the text of a configuration names: known long before all of it is checked, and they take longest to
 * read. None, where checking will find fault with them.
 */
export function catalogueFilesNamed(text: string): readonly string[] {
  const { value, problems } = readJsonWithComments(text);
  if (problems.length > 0 || typeof value !== "object" || value === null || !("catalogue" in value)) return [];
  const { catalogue } = value;
  if (!Array.isArray(catalogue)) return [];
  return catalogue.every((name): name is string => typeof name === "string" && name !== "") ? catalogue : [];
}
