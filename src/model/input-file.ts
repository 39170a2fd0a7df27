/** A file to be read. The disk provides it; the core never sees a path of this machine. */
export interface InputFile {
  /** Name in outputs: relative to the folder named on the command line, `/` between folders. */
  readonly label: string;
  /** Relative to the configuration's folder, for `files.match`; `/` between folders. */
  readonly matchPath: string;
  readonly bytes: number;
  /** The bytes on disk, gzip not undone. May be called more than once. */
  open(): AsyncIterable<Uint8Array>;
}
