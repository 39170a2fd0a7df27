import { escapeXml } from "./cell-xml.ts";

/** A jump inside the workbook. `to` is a place such as `'Plan'!A1`. */
export interface Link {
  readonly ref: string;
  readonly to: string;
}

/** Excel drops a sheet's links, and offers a repair, beyond so many. */
const MOST_LINKS = 65_530;

/** What may be typed into the cells of a range. */
export interface Validation {
  /** As C2:C151. */
  readonly range: string;
  readonly check:
    | { readonly kind: "list"; readonly formula: string }
    | { readonly kind: "whole" | "date"; readonly least: number };
  /** A warning lets other values pass after a question. */
  readonly style: "stop" | "warning";
  /** Of the message, at most 32 characters. */
  readonly title: string;
  /** What is allowed, for the message. */
  readonly allowed: string;
}

/** A look that the words of a range get while they stand there. */
export interface WordFormat {
  readonly range: string;
  readonly looks: readonly { readonly word: string; readonly dxf: number }[];
}

/** Looks of rows whose column has another value than the row above, and of its cells that repeat it, however rows are sorted. */
export interface GroupFormat {
  /** Letters of the column, and of the last one. */
  readonly column: string;
  readonly lastColumn: string;
  readonly lastRow: number;
  readonly firstOfGroup: number;
  readonly repeated: number;
}

/** Conditional formats, as the schema places them: after the filter, before the validations. */
export function formatsXml(formats: readonly WordFormat[], group?: GroupFormat): string {
  let priority = 0;
  const words = formats.map(({ range, looks }) => {
    const rules = looks.map(({ word, dxf }) => {
      priority += 1;
      return `<cfRule type="cellIs" dxfId="${dxf}" priority="${priority}" operator="equal"><formula>&quot;${escapeXml(word)}&quot;</formula></cfRule>`;
    });
    return formatXml(range, rules.join(""));
  });
  return words.join("") + (group === undefined ? "" : groupXml(group, priority));
}

function groupXml({ column, lastColumn, lastRow, firstOfGroup, repeated }: GroupFormat, priority: number): string {
  const rule = (dxf: number, place: number, compare: string) =>
    `<cfRule type="expression" dxfId="${dxf}" priority="${priority + place}"><formula>$${column}2${compare}$${column}1</formula></cfRule>`;
  return (
    formatXml(`A2:${lastColumn}${lastRow}`, rule(firstOfGroup, 1, "&lt;&gt;")) +
    formatXml(`${column}2:${column}${lastRow}`, rule(repeated, 2, "="))
  );
}

function formatXml(range: string, rules: string): string {
  return `<conditionalFormatting sqref="${range}">${rules}</conditionalFormatting>`;
}

export function validationsXml(validations: readonly Validation[]): string {
  if (validations.length === 0) return "";
  return `<dataValidations count="${validations.length}">${validations.map(validationXml).join("")}</dataValidations>`;
}

function validationXml({ range, check, style, title, allowed }: Validation): string {
  const type = check.kind === "list" ? `type="list"` : `type="${check.kind}"`;
  const operator = check.kind === "list" ? "" : ` operator="greaterThanOrEqual"`;
  const formula = check.kind === "list" ? check.formula : String(check.least);
  return (
    `<dataValidation ${type} errorStyle="${style}"${operator} allowBlank="1" showErrorMessage="1" ` +
    `errorTitle="${escapeXml(title)}" error="${escapeXml(allowed)}" sqref="${range}"><formula1>${escapeXml(formula)}</formula1></dataValidation>`
  );
}

/** The library's links inside a workbook are relations to a file, and it writes them in the wrong place. */
export function linksXml(links: readonly Link[]): string {
  if (links.length === 0) return "";
  const each = links.slice(0, MOST_LINKS).map(({ ref, to }) => `<hyperlink ref="${ref}" location="${escapeXml(to)}"/>`);
  return `<hyperlinks>${each.join("")}</hyperlinks>`;
}
