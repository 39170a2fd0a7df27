/**
 * Writes out alternatives: "(Product|Offer) (ID|code)" gives four names, "Qty( sold|)" two. Exports put the same few
 * words together in every way, and a list of all of them could not be read.
 */
export function phrases(...patterns: readonly string[]): readonly string[] {
  return patterns.flatMap(writeOut);
}

function writeOut(pattern: string): readonly string[] {
  const open = pattern.indexOf("(");
  if (open < 0) return [pattern.replaceAll(/ +/g, " ").trim()];
  const close = pattern.indexOf(")", open);
  const before = pattern.slice(0, open);
  const tails = writeOut(pattern.slice(close + 1));
  const alternatives = pattern.slice(open + 1, close).split("|");
  return alternatives.flatMap((each) => tails.map((tail) => `${before}${each} ${tail}`.replaceAll(/ +/g, " ").trim()));
}
