import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const PROJECT = fileURLToPath(new URL("../..", import.meta.url));
export const SAMPLE = path.join(PROJECT, "fixtures/sample");
export const SAMPLE_DAY = "2026-12-01";

export interface Ran {
  readonly exitCode: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built program as a person would, in a folder of its own. */
export function transferPlanner(
  words: readonly string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): Ran {
  const done = spawnSync(process.execPath, [path.join(PROJECT, "dist/main.js"), ...words], {
    cwd: options.cwd ?? PROJECT,
    env: { ...process.env, ...options.env },
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return { exitCode: done.status, out: done.stdout, err: done.stderr };
}

export function temporaryFolder(): string {
  return mkdtempSync(path.join(tmpdir(), "transfer-planner-"));
}

/** Plans the sample book into a new folder and gives that folder. */
export function planSample(
  env: Record<string, string> = {},
  inputs: readonly string[] = [SAMPLE],
): { readonly folder: string; readonly ran: Ran } {
  const folder = path.join(temporaryFolder(), "plan");
  const ran = transferPlanner(
    ["plan", ...inputs, "--config", path.join(SAMPLE, "transfer-planner.json"), "--as-of", SAMPLE_DAY, "--out", folder],
    { env },
  );
  return { folder, ran };
}

/** The rows of a CSV file of ours by column name. Enough for what our own writer writes. */
export function readCsv(file: string): readonly Record<string, string>[] {
  const rows = cellsOf(readFileSync(file, "utf8").replace(/^\uFEFF/, ""));
  const [header = [], ...rest] = rows;
  return rest.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ""])));
}

export function cellsOf(text: string, delimiter = ","): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  const endCell = () => {
    row.push(cell);
    cell = "";
  };
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? "";
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[index + 1] === '"') {
        cell += '"';
        index += 1;
      } else quoted = false;
    } else if (character === '"' && cell === "") quoted = true;
    else if (character === delimiter) endCell();
    else if (character === "\n" || character === "\r") {
      if (character === "\r" && text[index + 1] === "\n") index += 1;
      endCell();
      rows.push(row);
      row = [];
    } else cell += character;
  }
  if (cell !== "" || row.length > 0) {
    endCell();
    rows.push(row);
  }
  return rows;
}
