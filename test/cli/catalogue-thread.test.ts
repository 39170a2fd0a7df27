import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { runProgram } from "../../src/cli/program.ts";
import { readCatalogueFiles } from "../../src/cli/read-catalogue-files.ts";
import { PROJECT, type Ran, temporaryFolder, transferPlanner } from "../support/command.ts";

const BOOK = `customer,domain,country,subscription_id,product_id,seats,term,billing,term_end,auto_renew,unit_price,currency,channel
Adatum,adatum.example,DE,a1,CFQ7TTC0XD01:1,10,P1Y,monthly,2027-03-31,no,8.00,EUR,direct
Adatum,adatum.example,DE,a2,6a000000-0000-4000-8000-000000000001,10,P1Y,monthly,2027-03-31,no,8.00,EUR,csp-legacy
Adatum,adatum.example,DE,a3,CONTOSO_DESK_1,10,P3Y,triennial,2027-03-31,no,9.60,EUR,direct
`;
const FIXTURES = path.join(PROJECT, "fixtures/catalogue");
const plan = (out: string) => ["plan", "book.csv", "--as-of", "2026-12-01", "--out", out];

/** A folder, with spaces and letters of other languages in its path, with a book and the catalogue files named. */
function aFolder(catalogue: readonly string[]): string {
  const folder = path.join(temporaryFolder(), "Verträge 2026 – ação");
  mkdirSync(folder);
  for (const kind of readdirSync(FIXTURES)) {
    for (const text of ["clean", "dirty"]) {
      cpSync(path.join(FIXTURES, kind, `${text}.csv`), path.join(folder, "facts", `${kind}-${text}.csv`));
    }
  }
  const zipped = gzipSync(readFileSync(path.join(FIXTURES, "nce-price-list/clean.csv")));
  writeFileSync(path.join(folder, "facts", "zipped-2026-05.csv.gz"), zipped);
  writeFileSync(path.join(folder, "book.csv"), BOOK);
  const partners = [{ id: "eu", country: "DE" }];
  writeFileSync(path.join(folder, "transfer-planner.json"), JSON.stringify({ partners, catalogue }));
  return folder;
}

/** The same program without any other thread. */
async function inOneThread(words: readonly string[], folder: string): Promise<Ran> {
  let out = "";
  let err = "";
  const before = process.cwd();
  process.chdir(folder);
  try {
    const exitCode = await runProgram(words, {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      isInteractive: false,
      columns: 80,
      workingFolder: folder,
      now: () => 0,
      today: () => "2026-12-01",
      readCatalogueFiles,
      onInterrupt: () => () => undefined,
    });
    return { exitCode, out, err };
  } finally {
    process.chdir(before);
  }
}

const filesOf = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name)).toString("hex")]));

describe("catalogue files read in a thread of their own", () => {
  it("make the same plan, to the byte, and say the same", async () => {
    const folder = aFolder(["facts"]);

    const beside = transferPlanner(plan("plan"), { cwd: folder });
    cpSync(path.join(folder, "plan"), path.join(folder, "first"), { recursive: true });
    const alone = await inOneThread([...plan("plan"), "--force"], folder);

    expect(beside.exitCode, beside.err).toBe(0);
    expect(beside.err).toContain("catalogue: facts/nce-price-list-dirty.csv row ");
    expect(beside).toEqual(alone);
    expect(filesOf(path.join(folder, "first"))).toEqual(filesOf(path.join(folder, "plan")));
    const manifest = JSON.parse(readFileSync(path.join(folder, "first", "manifest.json"), "utf8"));
    expect(manifest.catalogue.map(({ name }: { name: string }) => name)).toContain("facts/zipped-2026-05.csv.gz");
  });

  it("are refused together, with the same words, and nothing is written", async () => {
    const folder = aFolder(["facts/none.csv", "facts/mapping-clean.csv", "book.csv", "facts/neither.csv"]);

    const beside = transferPlanner([...plan("out"), "--quiet"], { cwd: folder });

    expect(beside.exitCode).toBe(2);
    expect(beside.err.trim().split("\n")).toEqual([
      `catalogue: "facts/none.csv": expected a file, relative to the configuration's folder; found none.`,
      expect.stringContaining("catalogue: book.csv: expected the header of a catalogue file"),
      `catalogue: "facts/neither.csv": expected a file, relative to the configuration's folder; found none.`,
    ]);
    expect(beside).toEqual(await inOneThread([...plan("out"), "--quiet"], folder));
    expect(existsSync(path.join(folder, "out"))).toBe(false);
  });
});

/** The built program with another thread in the place of the one that reads catalogue files. */
function programWith(worker: string): string {
  const place = temporaryFolder();
  cpSync(path.join(PROJECT, "dist"), path.join(place, "dist"), { recursive: true });
  symlinkSync(path.join(PROJECT, "node_modules"), path.join(place, "node_modules"));
  cpSync(path.join(PROJECT, "package.json"), path.join(place, "package.json"));
  writeFileSync(path.join(place, "dist/catalogue-worker.js"), worker);
  return path.join(place, "dist/main.js");
}

describe("a fault of the thread that reads catalogue files", () => {
  it.each([
    ["throws", 'throw new Error("broken on purpose");', "broken on purpose"],
    ["rejects later", 'setTimeout(() => Promise.reject(new Error("broken later")), 300);', "broken later"],
    ["ends without an answer", "process.exit(3);", "ended with 3"],
  ])("is one of the program: it %s", (_, worker, words) => {
    const folder = aFolder(["facts/mapping-clean.csv"]);

    const done = spawnSync(process.execPath, [programWith(worker), ...plan("out")], { cwd: folder, encoding: "utf8" });

    expect(done.status).toBe(70);
    expect(done.stderr).toContain(words);
    expect(done.stderr).toMatch(/\n +at .*\n/);
    expect(done.stderr).toContain("This is a fault of the program, not of your files. Nothing was written.");
    expect(existsSync(path.join(folder, "out"))).toBe(false);
  });
});

describe("a thread that has not ended", () => {
  const endless = () => programWith("setInterval(() => undefined, 1000);");

  it("keeps nobody waiting who has failed elsewhere", () => {
    const folder = aFolder(["facts/mapping-clean.csv"]);
    const words = ["plan", "nothing.csv", "--as-of", "2026-12-01", "--out", "out"];

    const done = spawnSync(process.execPath, [endless(), ...words], { cwd: folder, encoding: "utf8", timeout: 30_000 });

    expect([done.status, done.signal]).toEqual([2, null]);
    expect(done.stderr).toContain('"nothing.csv": expected a file');
  });

  it("keeps nobody waiting whose configuration is refused", () => {
    const folder = aFolder(["facts/mapping-clean.csv"]);
    const file = path.join(folder, "transfer-planner.json");
    writeFileSync(file, readFileSync(file, "utf8").replace('"DE"', '"Atlantis"'));

    const done = spawnSync(process.execPath, [endless(), ...plan("out")], {
      cwd: folder,
      encoding: "utf8",
      timeout: 30_000,
    });

    expect([done.status, done.signal]).toEqual([2, null]);
    expect(done.stderr).toContain("Atlantis");
  });

  it("is not started where no catalogue files are named", () => {
    const folder = aFolder([]);

    const done = spawnSync(process.execPath, [endless(), ...plan("out")], { cwd: folder, timeout: 30_000 });

    expect(done.status).toBe(0);
  });

  it("ends with the program when somebody interrupts", async () => {
    const folder = aFolder(["facts/mapping-clean.csv"]);
    const program = spawn(process.execPath, [endless(), ...plan("out")], { cwd: folder });

    const ended = await new Promise((resolve, reject) => {
      program.stderr.on("data", (text: Buffer) => {
        if (text.includes("reading exports")) setTimeout(() => program.kill("SIGINT"), 200);
      });
      program.on("error", reject);
      program.on("close", (code, signal) => resolve({ code, signal }));
    });

    expect(ended).toEqual({ code: null, signal: "SIGINT" });
    expect(existsSync(path.join(folder, "out"))).toBe(false);
  });
});
