/** A column's name for comparison. Case, accents, spaces and separators do not tell headers apart. */
export function foldHeader(name: string): string {
  const folded = name
    .normalize("NFKD")
    .replaceAll(/[\p{M}\p{P}\p{Z}\p{C}\s_]+/gu, "")
    .toLowerCase();
  // A header such as "#" or "%" is nothing but a separator, and a name all the same.
  return folded === "" ? name.trim() : folded;
}
