/**
 * Times the built program as a whole process against a peer in the same run, pair by pair, and prints ratios: seconds of one
 * machine say little. The peer does the least that anybody would: csv-parse in, one exceljs sheet and nothing decided.
 *
 *   npm run bench -- [customers]      default 14,000 customers, about 98,000 subscriptions
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const program = path.join(here, "../../dist/main.js");
const peer = path.join(here, "peer.mjs");
const customers = Number(process.argv[2] ?? 14_000);
const PAIRS = 3;

const folder = mkdtempSync(path.join(tmpdir(), "transfer-planner-bench-"));
try {
  const run = (words) => {
    const started = performance.now();
    const done = spawnSync(process.execPath, words, { encoding: "utf8" });
    if (done.status !== 0) throw new Error(`${words.join(" ")}\n${done.stderr}`);
    return { seconds: (performance.now() - started) / 1000, out: done.stdout };
  };
  run([program, "generate", "--customers", String(customers), "--seed", "1", "--out", folder]);
  const book = path.join(folder, "book.csv");
  const ratios = [];
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const ours = run([
      program,
      "plan",
      book,
      "--partner-country",
      "DE",
      "--as-of",
      "2026-12-01",
      "--out",
      path.join(folder, "plan"),
      "--force",
      "--json",
    ]);
    const theirs = run([peer, book, path.join(folder, "peer.xlsx")]);
    ratios.push(ours.seconds / theirs.seconds);
    const { planned } = JSON.parse(ours.out);
    console.log(
      `${planned} subscriptions: plan ${ours.seconds.toFixed(2)} s, peer ${theirs.seconds.toFixed(2)} s, ratio ${(ours.seconds / theirs.seconds).toFixed(2)}`,
    );
  }
  ratios.sort((a, b) => a - b);
  console.log(
    `book ${(statSync(book).size / 1e6).toFixed(1)} MB; median ratio ${ratios[Math.floor(PAIRS / 2)].toFixed(2)} (plan / peer; lower is better)`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
