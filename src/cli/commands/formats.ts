import { findInputs } from "../../disk/find-inputs.ts";
import { messageOf } from "../../findings/finding.ts";
import { configuredFormat } from "../../ingest/formats/configured.ts";
import { formats } from "../../ingest/formats/index.ts";
import { ingest } from "../../ingest/ingest.ts";
import { proposedFormat } from "../../ingest/propose-format.ts";
import { recogniseFile } from "../../ingest/recognise.ts";
import { english } from "../../locale/english.ts";
import { listed } from "../../locale/sentence.ts";
import type { Configuration } from "../../model/configuration.ts";
import type { InputFile } from "../../model/input-file.ts";
import { encodingLabel } from "../../text/inspect.ts";
import { configurationOption, DEFAULT_CONFIGURATION } from "../configuration-option.ts";
import { printable, type Terminal } from "../terminal.ts";

const DELIMITER_NAMES: Readonly<Record<string, string>> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "vertical bar",
};

/**
 * `formats [file]`: the export formats known, those of the configuration first, or which one a file is and why. Exit code 2
 * where no format knows a file; then an entry for the configuration is proposed.
 */
export async function formatsCommand(
  file: string | undefined,
  options: { readonly config?: string },
  terminal: Terminal,
): Promise<number> {
  const { configuration, folder } = await configurationOption(options, terminal);
  const ownFormats = configuration.formats.map(configuredFormat);
  if (file === undefined) {
    const all = [...ownFormats, ...formats];
    const width = Math.max(...all.map((format) => format.id.length));
    for (const format of all) {
      terminal.out(`${format.id.padEnd(width)}  ${format.record.padEnd(12)}  ${printable(format.title)}\n`);
    }
    return 0;
  }
  let unknown = 0;
  for (const input of await findInputs([file], folder)) {
    const found = await recogniseFile(input, ownFormats);
    const { inspection } = found;
    terminal.out(`${printable(input.label)}\n`);
    terminal.out(
      `  format      ${found.format === undefined ? "not known" : `${found.format.id} (${printable(found.format.title)})`}\n`,
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
    if (found.format !== undefined) await tellReading(input, configuration, terminal);
    if (found.format === undefined) {
      unknown += 1;
      if (found.nearest !== undefined) {
        const missing = printable(english(listed(found.nearest.missing, ", ")));
        terminal.out(`  nearest     ${found.nearest.format.id}; missing: ${missing}\n`);
      }
      if (found.understood.length === 0 && found.notUnderstood.length > 0) {
        const entry = proposedFormat(found.header, input.label, found.headerRow);
        terminal.out(
          `  proposal    complete this, and put it under "formats" in ${options.config ?? DEFAULT_CONFIGURATION}:\n`,
        );
        for (const line of entry.split("\n")) terminal.out(`    ${printable(line)}\n`);
      }
    }
  }
  return unknown > 0 ? 2 : 0;
}

/** What reading the whole file shows: its rows, and what decided between day and month. */
async function tellReading(input: InputFile, configuration: Configuration, terminal: Terminal): Promise<void> {
  const { files, formats: ownFormats } = configuration;
  const options = { entries: files, formats: ownFormats, dateOrder: undefined, onRows: () => undefined };
  const [report] = (await ingest([input], options)).files;
  if (report === undefined) return;
  for (const line of report.dateEvidence) terminal.out(`  dates       ${printable(line)}\n`);
  for (const line of report.decimalEvidence) terminal.out(`  numbers     ${printable(line)}\n`);
  if (report.refusal !== undefined) terminal.out(`  refused     ${printable(messageOf(report.refusal))}\n`);
  terminal.out(`  rows        ${report.rows.read}, of which ${report.rows.rejected} rejected\n`);
}
