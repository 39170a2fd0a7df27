import type { CatalogueReader } from "./read-catalogue-files.ts";

/** What a command may touch of the outside: streams, clock and working folder. `process` is read in main.ts only. */
export interface Terminal {
  /** Results only. */
  out(text: string): void;
  /** Messages and progress. */
  err(text: string): void;
  readonly isInteractive: boolean;
  readonly columns: number;
  readonly workingFolder: string;
  /** Milliseconds, for rates. */
  now(): number;
  /** YYYY-MM-DD, UTC. */
  today(): string;
  /** For a plan: beside everything else that is done meanwhile. */
  readonly readCatalogueFiles: CatalogueReader;
  /** Calls `cleanUp` when the person interrupts; the answer takes the listening back. */
  onInterrupt(cleanUp: () => void): () => void;
}

/** A file name or value from outside, safe to print: control characters could steer the terminal. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, (character) => (character === "\n" || character === "\t" ? character : "\uFFFD"));
}
