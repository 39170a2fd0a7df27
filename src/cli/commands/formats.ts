import { findInputs } from "../../disk.ts";
import { formats } from "../../ingest/formats/index.ts";
import { recogniseFile } from "../../ingest/recognise.ts";
import { encodingLabel } from "../../ingest/text/inspect.ts";
import { printable, type Terminal } from "../terminal.ts";

const DELIMITER_NAMES: Readonly<Record<string, string>> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "vertical bar",
};

/** `formats [file]`: the export formats known, or which one a file is and why. Exit code 2 where no format knows a file. */
export async function formatsCommand(file: string | undefined, terminal: Terminal): Promise<number> {
  if (file === undefined) {
    const width = Math.max(...formats.map((format) => format.id.length));
    for (const format of formats) {
      terminal.out(`${format.id.padEnd(width)}  ${format.record.padEnd(12)}  ${format.title}\n`);
    }
    return 0;
  }
  let unknown = 0;
  for (const input of await findInputs([file], terminal.workingFolder)) {
    const found = await recogniseFile(input);
    const { inspection } = found;
    terminal.out(`${printable(input.label)}\n`);
    terminal.out(
      `  format      ${found.format === undefined ? "not known" : `${found.format.id} (${found.format.title})`}\n`,
    );
    terminal.out(`  why         ${printable(found.why)}\n`);
    if (inspection.refusal === undefined) {
      terminal.out(
        `  text        ${encodingLabel(inspection)}, ${DELIMITER_NAMES[inspection.delimiter] ?? inspection.delimiter} between cells\n`,
      );
    }
    if (found.header.length > 0) terminal.out(`  header      row ${found.headerRow}, ${found.header.length} columns\n`);
    for (const { column, as } of found.understood) terminal.out(`  read        ${printable(column)} as ${as}\n`);
    if (found.notUnderstood.length > 0) terminal.out(`  not read    ${printable(found.notUnderstood.join(", "))}\n`);
    if (found.format === undefined) {
      unknown += 1;
      if (found.nearest !== undefined) {
        terminal.out(`  nearest     ${found.nearest.format.id}; missing: ${found.nearest.missing.join(", ")}\n`);
      }
    }
  }
  return unknown > 0 ? 2 : 0;
}
