import type { CellStyle, WordLook } from "./styles.ts";

/**
 * What the adapter uses of exceljs's streaming writer, version 4.4.0, beyond its typings. The package is frozen;
 * test/report/workbook-backpressure.test.ts fails when one of these is no longer what it was.
 */
export interface WriterInternals {
  readonly styles: { addStyleModel(style: CellStyle): number; addDxfStyle(style: WordLook): number };
  /** The parts that hold the notes of sheets, for the list of content types. */
  readonly commentRefs: { readonly commentName: string; readonly vmlDrawing: string }[];
  readonly zip: { append(source: unknown, entry: { readonly name: string; readonly date?: Date }): unknown };
  /** Its count decides whether the workbook has a table of strings; `addSharedStrings` writes the table. */
  sharedStrings: { readonly count: number; xml?(): string };
  _definedNames: { readonly model: readonly DefinedName[] };
  views: readonly { readonly activeTab: number; readonly width: number; readonly height: number }[];
  title: string;
  subject: string;
  language: string;
  addThemes(): Promise<void>;
  addSharedStrings(): Promise<void>;
  addWorksheet(name: string, options: SheetOptions): SheetInternals;
  commit(): Promise<unknown>;
}

export interface DefinedName {
  readonly name: string;
  readonly ranges: readonly string[];
  readonly localSheetId: number;
}

/** Views and page setup work only when given here, not when set later. */
export interface SheetOptions {
  readonly state: "visible" | "hidden";
  readonly views: readonly object[];
  readonly pageSetup: object;
  readonly headerFooter: object;
}

export interface SheetInternals {
  readonly stream: { write(chunk: Buffer): unknown; readonly pipes: readonly (PipeEnd | undefined)[] };
  /** Writes the sheet's relations; gives the id of the new one. */
  readonly _sheetRelsWriter: { addRelationship(relation: { readonly Type: string; readonly Target: string }): string };
  readonly _sheetCommentsWriter: { vmlRelId?: string };
  hasComments?: boolean;
  columns: readonly { readonly width: number; readonly hidden: boolean }[];
  autoFilter: string | null;
  startedData: boolean;
  _writeColumns(): void;
  _writeOpenSheetData(): void;
  _writeDataValidations(): void;
  commit(): void;
}

/** A readable-stream 3 stream: `writableNeedDrain` is undefined there, and waiting on it would silently never wait. */
export interface PipeEnd {
  readonly _writableState: { readonly needDrain: boolean };
  once(event: "drain", listener: () => void): unknown;
}

export interface WriterOptions {
  readonly stream: NodeJS.WritableStream;
  readonly useStyles: true;
  readonly useSharedStrings: false;
  readonly created: Date;
  readonly modified: Date;
  readonly creator: string;
  readonly lastModifiedBy: string;
  readonly zip: {
    readonly zlib: { readonly level: number; readonly chunkSize: number };
    readonly highWaterMark: number;
  };
}

export type WriterClass = new (options: WriterOptions) => WriterInternals;
