import { type ParseError, parse, printParseErrorCode } from "jsonc-parser";

export interface JsonReading {
  /** A guess at what was meant, where there are problems. */
  readonly value: unknown;
  /** Where the text is no JSON: a place in it, and a word for what is wrong. */
  readonly problems: readonly { readonly offset: number; readonly word: string }[];
}

/** JSON with comments, trailing commas and a byte order mark, as people write configurations. */
export function readJsonWithComments(text: string): JsonReading {
  const errors: ParseError[] = [];
  const value: unknown = parse(text.replace(/^\uFEFF/, ""), errors, { allowTrailingComma: true });
  return { value, problems: errors.map(({ offset, error }) => ({ offset, word: printParseErrorCode(error) })) };
}
