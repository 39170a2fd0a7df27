import { escapeXml } from "../workbook/cell-xml.ts";

/** A piece of the page. What is no `Markup` is text, and is escaped where it is put in. */
export class Markup {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

type Part = Markup | readonly Markup[] | string | number | undefined;

/** The only way to make markup: whatever stands in `${}` is text, unless it is markup already. */
export function html(pieces: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let source = pieces[0] ?? "";
  parts.forEach((part, index) => {
    source += sourceOf(part) + (pieces[index + 1] ?? "");
  });
  return new Markup(source);
}

function sourceOf(part: Part): string {
  if (part === undefined) return "";
  if (part instanceof Markup) return part.source;
  if (typeof part === "string" || typeof part === "number") return escapeXml(withoutTurns(String(part)));
  return part.map(({ source }) => source).join("\n");
}

// A name that turns the direction of its text must not turn that of the page.
function withoutTurns(text: string): string {
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/g, "\ufffd");
}
