import { Writable } from "node:stream";
import { type Language, languageOf } from "../../locale/language.ts";
import { day, say } from "../../locale/sentence.ts";
import { type PlainDate, utcMidnight } from "../../model/plain-date.ts";
import type { Sink } from "../sink.ts";
import { columnLetters } from "./cell-xml.ts";
import type { DefinedName, SheetInternals, WriterClass, WriterInternals } from "./exceljs-internals.ts";
import { attachNotes, type HeaderNote } from "./header-notes.ts";
import { SharedStrings } from "./shared-strings.ts";
import {
  formatsXml,
  type GroupFormat,
  type Link,
  linksXml,
  type Validation,
  validationsXml,
  type WordFormat,
} from "./sheet-end.ts";
import { type CellStyle, STYLES, type WordLook } from "./styles.ts";

/** Sheet XML that is collected before it is handed on. */
const CHUNK_CHARACTERS = 128 * 1024;
/** Level 1 is three times as fast as 6, and a third larger; 9 takes longer than everything else together. */
const DEFLATE_LEVEL = 1;
/** The zip's own default is 1 MiB at each of its stages. */
const ZIP_BUFFER_BYTES = 64 * 1024;
const A4 = 9;

export interface SheetSetup {
  readonly name: string;
  /** In characters, from the left. */
  readonly widths: readonly number[];
  /** Columns that are not seen, by position; left out: none. */
  readonly hiddenColumns?: ReadonlySet<number>;
  /** The whole sheet is not seen. */
  readonly isHidden?: true;
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly gridLines: boolean;
  readonly pagesWide: number;
  /** Columns that stand before the others on every page, by position; left out: none. */
  readonly titles?: { readonly from: number; readonly to: number } | undefined;
}

export interface SheetEnd {
  /** Header and data rows, as A1:F20. */
  readonly filter: string | undefined;
  /** What is printed, as A1:F20; left out: everything. */
  readonly printed?: string;
  readonly links?: readonly Link[];
  readonly validations?: readonly Validation[];
  readonly formats?: readonly WordFormat[];
  readonly group?: GroupFormat | undefined;
  readonly notes?: readonly HeaderNote[];
}

/** One workbook being written. All that exceljs's streaming writer does not do, or does wrongly, is mended here. */
export class Book {
  readonly #writer: WriterInternals;
  readonly #failure: Promise<never>;
  readonly #names: DefinedName[] = [];
  readonly strings = new SharedStrings();
  readonly language: Language;
  readonly #datedStyles = new Map<CellStyle, CellStyle>();
  readonly #footer: string;
  #sheetCount = 0;

  constructor(base: WriterClass, sink: Sink, asOf: PlainDate, language = languageOf("en")) {
    this.language = language;
    const out = sinkStream(sink);
    this.#failure = new Promise((_, reject) => out.on("error", reject));
    // The failure is reported by whoever awaits next; until then it is not "unhandled".
    this.#failure.catch(() => undefined);

    this.#footer = `&L&8&A&C&8${language.say(say`Plan of ${day(asOf)}`)}&R&8${language.text("Page &P of &N")}`;
    const midnight = utcMidnight(asOf);
    this.#writer = new (mended(base, midnight))({
      stream: out,
      useStyles: true,
      useSharedStrings: false,
      created: midnight,
      modified: midnight,
      creator: "csp-transfer-planner",
      lastModifiedBy: "csp-transfer-planner",
      zip: { zlib: { level: DEFLATE_LEVEL, chunkSize: ZIP_BUFFER_BYTES }, highWaterMark: ZIP_BUFFER_BYTES },
    });
    this.#writer.views = [{ activeTab: 0, width: 28_800, height: 15_000 }];
    // Its own names are a cell each: a filter of a million rows would fill the memory.
    this.#writer._definedNames = { model: this.#names };
    // Its own table has no bound, and does not escape what Excel reads as an escape.
    this.#writer.sharedStrings = this.strings;
  }

  describe(title: string, subject: string): void {
    this.#writer.title = title;
    this.#writer.subject = subject;
    this.#writer.language = this.language.locale;
  }

  /** The number of a style in this workbook; a date has the language's format. */
  style(style: CellStyle): number {
    return this.#writer.styles.addStyleModel(style.numFmt === STYLES.date.numFmt ? this.#dated(style) : style);
  }

  // The library numbers styles by object: the same one must give the same one.
  #dated(style: CellStyle): CellStyle {
    const { dateFormat } = this.language;
    if (style.numFmt === dateFormat) return style;
    const dated = this.#datedStyles.get(style) ?? { ...style, numFmt: dateFormat };
    this.#datedStyles.set(style, dated);
    return dated;
  }

  /** The number of a look that depends on what is typed. */
  look(look: WordLook): number {
    return this.#writer.styles.addDxfStyle(look);
  }

  /** Sheets are written one after another; a second one begun earlier would be held in memory. */
  sheet(setup: SheetSetup): OpenSheet {
    const index = this.#sheetCount;
    this.#sheetCount += 1;
    const sheet = this.#writer.addWorksheet(setup.name, {
      state: setup.isHidden === true ? "hidden" : "visible",
      views: [viewOf(setup, index === 0)],
      pageSetup: {
        paperSize: A4,
        orientation: "landscape",
        fitToWidth: setup.pagesWide,
        fitToHeight: 0,
        // The pages of a row follow each other.
        pageOrder: "overThenDown",
        margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
        ...(setup.frozen.rows > 0 ? { printTitlesRow: `1:${setup.frozen.rows}` } : {}),
        ...(setup.titles === undefined
          ? {}
          : { printTitlesColumn: `${columnLetters(setup.titles.from)}:${columnLetters(setup.titles.to)}` }),
      },
      headerFooter: { oddFooter: this.#footer },
    });
    sheet.columns = setup.widths.map((width, column) => ({ width, hidden: setup.hiddenColumns?.has(column) === true }));
    return new OpenSheet(sheet, this.#failure, ({ filter, printed, notes }) => {
      if (filter !== undefined) {
        const ranges = [absolute(setup.name, filter)];
        this.#names.push({ name: "_xlnm._FilterDatabase", ranges, localSheetId: index });
      }
      if (printed !== undefined) {
        this.#names.push({ name: "_xlnm.Print_Area", ranges: [absolute(setup.name, printed)], localSheetId: index });
      }
      const seen = setup.widths.map((width, column) => (setup.hiddenColumns?.has(column) === true ? 0 : width));
      attachNotes(this.#writer, sheet, index + 1, notes ?? [], seen);
    });
  }

  async close(): Promise<void> {
    await Promise.race([this.#writer.commit(), this.#failure]);
  }
}

/** A sheet that takes rows as XML. */
export class OpenSheet {
  readonly #sheet: SheetInternals;
  readonly #failure: Promise<never>;
  readonly #onEnd: (end: SheetEnd) => void;
  #pending = "";

  constructor(sheet: SheetInternals, failure: Promise<never>, onEnd: (end: SheetEnd) => void) {
    this.#sheet = sheet;
    this.#failure = failure;
    this.#onEnd = onEnd;
    sheet._writeColumns();
    sheet._writeOpenSheetData();
    sheet.startedData = true;
  }

  /** True: enough is waiting, and `drained` is to be awaited before the next row. */
  add(rowXml: string): boolean {
    this.#pending += rowXml;
    return this.#pending.length >= CHUNK_CHARACTERS;
  }

  /**
   * Waits until the zip has taken what was handed on before, then hands on what waits: rows are made while the ones before
   * them are compressed. The library itself never waits.
   */
  async drained(): Promise<void> {
    const pipe = this.#sheet.stream.pipes[0];
    if (pipe === undefined) throw new Error("The sheet's stream has no consumer: exceljs is not the version expected.");
    if (pipe._writableState.needDrain) {
      await Promise.race([new Promise<void>((resolve) => pipe.once("drain", resolve)), this.#failure]);
    }
    this.#handOn();
  }

  async close(end: SheetEnd): Promise<void> {
    await this.drained();
    const sheet = this.#sheet;
    if (end.filter !== undefined) sheet.autoFilter = end.filter;
    this.#onEnd(end);
    // The library would write links before conditional formats and validations, which Excel repairs. So all three are
    // written here, in their order in the schema.
    sheet._writeDataValidations = () => {
      const xml =
        formatsXml(end.formats ?? [], end.group) + validationsXml(end.validations ?? []) + linksXml(end.links ?? []);
      if (xml !== "") sheet.stream.write(Buffer.from(xml));
    };
    sheet.commit();
  }

  #handOn(): void {
    if (this.#pending === "") return;
    this.#sheet.stream.write(Buffer.from(this.#pending));
    this.#pending = "";
  }
}

/** Dates that do not come from the clock, names hidden from the user, and our own table of strings. */
function mended(base: WriterClass, date: Date): WriterClass {
  return class extends base {
    // The first hook before a part goes into the zip.
    override addThemes(): Promise<void> {
      const append = this.zip.append.bind(this.zip);
      this.zip.append = (source, entry) => append(withHiddenNames(source, entry.name), { ...entry, date });
      return super.addThemes();
    }

    override async addSharedStrings(): Promise<void> {
      const { sharedStrings } = this;
      if (sharedStrings.count > 0 && sharedStrings.xml !== undefined) {
        this.zip.append(sharedStrings.xml(), { name: "xl/sharedStrings.xml" });
      }
    }
  };
}

function withHiddenNames(part: unknown, name: string): unknown {
  if (typeof part !== "string" || !name.endsWith("xl/workbook.xml")) return part;
  return part.replaceAll('name="_xlnm._FilterDatabase"', 'name="_xlnm._FilterDatabase" hidden="1"');
}

function sinkStream(sink: Sink): Writable {
  return new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      sink.write(chunk).then(
        () => done(),
        (problem: unknown) => done(problem instanceof Error ? problem : new Error(String(problem))),
      );
    },
  });
}

function viewOf(setup: SheetSetup, isFirst: boolean): object {
  const { rows, columns } = setup.frozen;
  const common = { showGridLines: setup.gridLines, tabSelected: isFirst };
  if (rows === 0 && columns === 0) return { state: "normal", ...common };
  return { state: "frozen", xSplit: columns, ySplit: rows, ...common };
}

/** A1:F20 of a sheet as a name refers to it. */
function absolute(sheet: string, range: string): string {
  return `'${sheet.replaceAll("'", "''")}'!${range.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2")}`;
}
