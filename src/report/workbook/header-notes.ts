import { columnLetters, escapeXml } from "./cell-xml.ts";
import type { SheetInternals, WriterInternals } from "./exceljs-internals.ts";

/** What a header says when the pointer rests on it. */
export interface HeaderNote {
  readonly column: number;
  readonly text: string;
}

const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const HEAD = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
/** Of a note's box: characters a line, and how wide a column must be to count as a line's width. */
const LINE_CHARACTERS = 44;
/** Rows that the box covers beyond those of its text. */
const SPARE_ROWS = 2;

/** Adds the parts that a sheet's notes are made of: the texts, the boxes that show them, and the relations to both. */
export function attachNotes(
  writer: WriterInternals,
  sheet: SheetInternals,
  number: number,
  notes: readonly HeaderNote[],
  widths: readonly number[],
): void {
  if (notes.length === 0) return;
  const relations = sheet._sheetRelsWriter;
  relations.addRelationship({ Type: `${RELATION}/comments`, Target: `../comments${number}.xml` });
  const vmlRelId = relations.addRelationship({
    Type: `${RELATION}/vmlDrawing`,
    Target: `../drawings/vmlDrawing${number}.vml`,
  });
  sheet.hasComments = true;
  sheet._sheetCommentsWriter.vmlRelId = vmlRelId;
  writer.commentRefs.push({ commentName: `comments${number}`, vmlDrawing: `vmlDrawing${number}` });
  writer.zip.append(textsXml(notes), { name: `xl/comments${number}.xml` });
  writer.zip.append(boxesXml(notes, widths, number), { name: `xl/drawings/vmlDrawing${number}.vml` });
}

function textsXml(notes: readonly HeaderNote[]): string {
  const each = notes.map(
    ({ column, text }) =>
      `<comment ref="${columnLetters(column)}1" authorId="0"><text><r><rPr><rFont val="Calibri"/><sz val="9"/></rPr>` +
      `<t xml:space="preserve">${escapeXml(text)}</t></r></text></comment>`,
  );
  return `${HEAD}<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>csp-transfer-planner</author></authors><commentList>${each.join("")}</commentList></comments>`;
}

/** Excel still keeps the boxes of notes in the drawing language of 1998. */
function boxesXml(notes: readonly HeaderNote[], widths: readonly number[], number: number): string {
  const boxes = notes.map(({ column, text }, index) => {
    const last = lastColumn(column + 1, widths);
    const lastRow = SPARE_ROWS + Math.ceil(text.length / LINE_CHARACTERS);
    return (
      `<v:shape id="_x0000_s${number * 1024 + 1 + index}" type="#_x0000_t202" style="position:absolute;margin-left:80pt;margin-top:5pt;width:190pt;height:60pt;z-index:${index + 1};visibility:hidden" fillcolor="#fffbe6" o:insetmode="auto">` +
      `<v:fill color2="#fffbe6"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/>` +
      `<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>` +
      `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column + 1}, 8, 0, 4, ${last}, 40, ${lastRow}, 4</x:Anchor>` +
      `<x:AutoFill>False</x:AutoFill><x:Row>0</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
    );
  });
  return (
    `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">` +
    `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${number}"/></o:shapelayout>` +
    `<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>` +
    `${boxes.join("")}</xml>`
  );
}

/** The column in which a box of a line's width ends. Beyond the list, columns have Excel's own width. */
function lastColumn(first: number, widths: readonly number[]): number {
  let column = first;
  for (let width = 0; width < LINE_CHARACTERS - 8; column += 1) width += widths[column] ?? 9;
  return column;
}
