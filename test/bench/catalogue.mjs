/**
 * Times what the user's own catalogue files add to a run of the built program: Microsoft's list of product names and a price list
 * of 50,000 rows, both synthetic. The peer is csv-parse reading the same two files and doing nothing with them.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { writePriceList, writeProductNames } from "./catalogue-files.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const program = path.join(here, "../../dist/main.js");
const peer = path.join(here, "catalogue-peer.mjs");
const book = path.join(here, "../../fixtures/sample/distributor/book.csv");
const ROUNDS = 5;

const folder = mkdtempSync(path.join(tmpdir(), "transfer-planner-bench-"));
try {
  const files = ["product-names.csv", "price-list-2026-11.csv"].map((name) => path.join(folder, name));
  writeProductNames(files[0], 5_990);
  writePriceList(files[1], 50_000);
  const seconds = (words) => {
    const started = performance.now();
    const done = spawnSync(process.execPath, words, { encoding: "utf8" });
    if (done.status !== 0) throw new Error(`${words.join(" ")}\n${done.stderr}`);
    return (performance.now() - started) / 1000;
  };
  const plan = (catalogue) => {
    const config = path.join(folder, "transfer-planner.json");
    writeFileSync(config, JSON.stringify({ partners: [{ id: "eu", name: "EU", country: "DE" }], catalogue }));
    const out = path.join(folder, "plan");
    return seconds([
      program,
      "plan",
      book,
      "--config",
      config,
      "--as-of",
      "2026-12-01",
      "--out",
      out,
      "--force",
      "--json",
    ]);
  };
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const without = plan([]);
    const added = plan(files) - without;
    const theirs = seconds([peer, ...files]) - seconds([peer]);
    rounds.push({ added, ratio: added / theirs });
    console.log(
      `plan ${without.toFixed(2)} s; own catalogue files add ${added.toFixed(2)} s, peer ${theirs.toFixed(2)} s, ratio ${(added / theirs).toFixed(2)}`,
    );
  }
  const median = (of) => rounds.map(of).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)];
  const bytes = files.reduce((sum, file) => sum + readFileSync(file).length, 0);
  console.log(
    `catalogue files ${(bytes / 1e6).toFixed(1)} MB; median ${median(({ added }) => added).toFixed(2)} s, ` +
      `ratio ${median(({ ratio }) => ratio).toFixed(2)} (added / peer; lower is better)`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
