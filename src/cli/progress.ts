import type { ProgressStep } from "../pipeline.ts";
import { printable, type Terminal } from "./terminal.ts";

const REDRAW_MS = 100;

const STAGE_TEXT: Readonly<Record<string, string>> = {
  ingest: "reading exports",
  map: "matching offers",
  schedule: "choosing dates",
  flag: "checking every subscription",
  report: "writing the plan",
};

/** Shows what is being done: one line that redraws itself on a terminal, otherwise a line a stage. */
export class Progress {
  readonly #terminal: Terminal;
  readonly #quiet: boolean;
  #stage = "";
  #startedAt: number;
  #drawnAt = Number.NEGATIVE_INFINITY;
  #rows = 0;
  #rowsOfEarlierFiles = 0;
  #file = "";

  constructor(terminal: Terminal, quiet: boolean) {
    this.#terminal = terminal;
    this.#quiet = quiet;
    this.#startedAt = terminal.now();
  }

  step(step: ProgressStep): void {
    if (this.#quiet) return;
    if (step.kind === "stage") {
      this.#stage = STAGE_TEXT[step.stage] ?? step.stage;
      this.#startedAt = this.#terminal.now();
      if (this.#terminal.isInteractive) this.#draw();
      else this.#terminal.err(`${this.#stage}\n`);
      return;
    }
    if (step.file !== this.#file) {
      this.#rowsOfEarlierFiles += this.#rows;
      this.#file = step.file;
    }
    this.#rows = step.rows;
    if (this.#terminal.isInteractive && this.#terminal.now() - this.#drawnAt > REDRAW_MS) this.#draw();
  }

  /** Takes the progress line away, so that what follows starts on a clean one. */
  clear(): void {
    if (!this.#quiet && this.#terminal.isInteractive) this.#terminal.err("\r\u001B[K");
  }

  #draw(): void {
    this.#drawnAt = this.#terminal.now();
    const rows = this.#rowsOfEarlierFiles + this.#rows;
    const seconds = (this.#drawnAt - this.#startedAt) / 1000;
    const rate = seconds > 0.5 ? `, ${Math.round(rows / seconds)} a second` : "";
    const reading =
      this.#file === "" || this.#stage !== STAGE_TEXT.ingest ? "" : ` ${printable(this.#file)}: ${rows} rows${rate}`;
    const line = `${this.#stage}${reading}`.slice(0, Math.max(20, this.#terminal.columns - 1));
    this.#terminal.err(`\r\u001B[K${line}`);
  }
}
