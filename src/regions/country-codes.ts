import table from "./data/country-names.json" with { type: "json" };

const NAMES: Readonly<Record<string, readonly string[]>> = table.names;

/** Every code that a country can have here: ISO 3166-1 alpha-2, and XK for Kosovo. */
export const COUNTRY_CODES: readonly string[] = Object.keys(NAMES);

// Without case, accents, punctuation and the two spellings of "and" and "saint": exports write "Cote d'Ivoire", "CÔTE D’IVOIRE" and "Côte d'Ivoire" for the same country.
function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("&", " and ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/\bst\b/g, "saint")
    .trim();
}

function codesByText(): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  for (const [code, names] of Object.entries(NAMES)) {
    for (const text of [code, ...names]) codes.set(fold(text), code);
  }
  return codes;
}

const CODES = codesByText();

/**
 * The alpha-2 code, in capitals, of a code (alpha-2, alpha-3) or a name in English, Portuguese, German, Spanish or French.
 * Undefined for anything else, also for a text of two letters that is no code.
 */
export function countryCodeOf(text: string): string | undefined {
  // Nearly every cell of a large book holds the code itself.
  return Object.hasOwn(NAMES, text) ? text : CODES.get(fold(text));
}

/** The English name of a code, for a person; the code itself where it is none. */
export function countryName(code: string): string {
  return NAMES[code]?.[1] ?? code;
}
