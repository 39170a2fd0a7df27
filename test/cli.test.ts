import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { PROJECT, planSample, type Ran, readCsv, SAMPLE, temporaryFolder, transferPlanner } from "./support/command.ts";

const GENERIC = "tenant_id,customer,domain,country,product_id,product_name,seats,term,term_end,auto_renew,channel";
const ROW =
  "t-1,Contoso,contoso.example,DE,CFQ7TTC0LDPB:0001,Microsoft 365 Business Standard,10,P1Y,2027-05-31,yes,direct";

function book(...rows: string[]): { readonly cwd: string; readonly file: string } {
  const cwd = temporaryFolder();
  writeFileSync(path.join(cwd, "book.csv"), `${[GENERIC, ...rows].join("\r\n")}\r\n`);
  return { cwd, file: "book.csv" };
}

function plan(cwd: string, ...words: string[]): Ran {
  return transferPlanner(["plan", "book.csv", "--partner-country", "DE", "--as-of", "2026-12-01", ...words], { cwd });
}

describe("plan", () => {
  it("writes every file below its output folder and says what to open", () => {
    const { cwd } = book(ROW);

    const ran = plan(cwd);

    expect(ran).toMatchObject({ exitCode: 0, err: expect.stringContaining("reading exports") });
    expect(ran.out).toContain(path.join("reports", "plan-2026-12-01", "transfer-plan.xlsx"));
    expect(readdirSync(cwd).sort()).toEqual(["book.csv", "reports"]);
    expect(readdirSync(path.join(cwd, "reports/plan-2026-12-01")).sort()).toEqual([
      "customers.csv",
      "findings.csv",
      "manifest.json",
      "mapping.csv",
      "plan.csv",
      "rejected.csv",
      "report.html",
      "transfer-plan.xlsx",
    ]);
  });

  it("prints the totals of the manifest, and nothing else, with --json", () => {
    const { cwd } = book(
      ROW,
      "",
      ROW.replace(",10,", ",ten,"),
      ROW.replace("Contoso", "Fabrikam").replace("t-1", "t-2"),
    );

    const ran = plan(cwd, "--json", "--out", "out");

    expect(JSON.parse(ran.out)).toEqual(JSON.parse(readFileSync(path.join(cwd, "out/manifest.json"), "utf8")).totals);
    expect(JSON.parse(ran.out)).toMatchObject({ rowsRead: 4, planned: 2, rejected: 1, ignored: 1 });
  });

  it("refuses an earlier plan without --force and replaces it with", () => {
    const { cwd } = book(ROW);
    plan(cwd, "--out", "out");

    expect(plan(cwd, "--out", "out")).toMatchObject({ exitCode: 2, err: expect.stringContaining("--force") });
    expect(plan(cwd, "--out", "out", "--force").exitCode).toBe(0);
  });

  it("exits 3 when --fail-on matches, and 0 when it does not", () => {
    const { cwd } = book(ROW.replace("DE", "US"), ROW.replace(",10,", ",ten,"));

    expect(plan(cwd, "--out", "a", "--fail-on", "blocked").exitCode).toBe(3);
    expect(plan(cwd, "--out", "b", "--fail-on", "excluded,rejected").exitCode).toBe(3);
    expect(plan(cwd, "--out", "c", "--fail-on", "excluded").exitCode).toBe(0);
    expect(plan(cwd, "--out", "d", "--fail-on", "late")).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining('"late"'),
    });
    expect(existsSync(path.join(cwd, "d"))).toBe(false);
  });

  it("exits 2 when every row was rejected, and still writes rejected.csv and manifest.json", () => {
    const { cwd } = book(ROW.replace(",10,", ",ten,"));

    const ran = plan(cwd, "--out", "out");

    expect(ran.exitCode).toBe(2);
    expect(readdirSync(path.join(cwd, "out")).sort()).toEqual(["manifest.json", "rejected.csv"]);
    expect(readCsv(path.join(cwd, "out/rejected.csv"))).toMatchObject([
      {
        file: "book.csv",
        row: "2",
        line: "2",
        column: "seats",
        value: "ten",
        code: "ROW_UNREADABLE",
        format: "generic",
        customer: "Contoso",
      },
    ]);
  });

  it("names a file that has a header only", () => {
    const { cwd } = book();

    expect(plan(cwd)).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining("book.csv: has a header and no rows"),
    });
  });

  it("plans the rest when one file cannot be read", () => {
    const { cwd } = book(ROW);
    writeFileSync(path.join(cwd, "other.csv"), "Contract,Article\r\nA-1,Mail box\r\n");

    const ran = transferPlanner(["plan", ".", "--partner-country", "DE", "--as-of", "2026-12-01", "--json"], { cwd });

    expect(ran).toMatchObject({ exitCode: 0, err: expect.stringContaining("other.csv") });
    expect(JSON.parse(ran.out)).toMatchObject({ rowsRead: 2, planned: 1, rejected: 1 });
  });

  it.each([
    [["plan"], "missing required argument"],
    [["plan", "none.csv"], "none.csv"],
    [["plan", "book.csv", "--as-of", "2026-02-30"], '"2026-02-30"'],
    [["plan", "book.csv", "--partner-country", "BY"], "CSP region"],
    [["plan", "book.csv", "--config", "none.json"], "none.json"],
    [["plan", "book.csv", "--date-order", "ymd"], "dmy, mdy"],
    [["plan", "book.csv", "--speed", "9"], "--speed"],
    [["transmogrify"], "transmogrify"],
    [["explain", "REGION_CONFLCT"], "REGION_CONFLICT"],
    [["generate", "--customers", "x", "--seed", "1", "--out", "g"], "whole number"],
  ])("exits 2 without a stack for %j", (words, message) => {
    const { cwd } = book(ROW);

    const ran = transferPlanner(words, { cwd });

    expect(ran.exitCode).toBe(2);
    expect(ran.err).toContain(message);
    expect(ran.err).not.toContain("    at ");
    expect(ran.out).toBe("");
  });

  it("does not let a file name steer the terminal", () => {
    const { cwd } = book(ROW);
    writeFileSync(path.join(cwd, "a\u001b[31mb.csv"), "x,y\r\n1,2\r\n");

    const ran = transferPlanner(["plan", ".", "--partner-country", "DE"], { cwd });

    expect(ran.err).not.toContain("\u001b");
    expect(ran.exitCode).toBe(0);
  });
});

describe("the same inputs and day", () => {
  let first: string;
  beforeAll(() => {
    first = planSample({ TZ: "UTC", LANG: "C" }).folder;
  });

  function expectSameBytes(other: string): void {
    const names = readdirSync(first).sort();
    expect(readdirSync(other).sort()).toEqual(names);
    for (const name of names) {
      expect(readFileSync(path.join(other, name)).equals(readFileSync(path.join(first, name))), name).toBe(true);
    }
  }

  it.each([
    { TZ: "Pacific/Kiritimati", LANG: "pt_BR.UTF-8", LC_ALL: "pt_BR.UTF-8" },
    { TZ: "America/Los_Angeles", LANG: "de_DE.UTF-8", LC_ALL: "de_DE.UTF-8" },
  ])("give the same bytes under %j", (env) => {
    expectSameBytes(planSample(env).folder);
  });

  it("give the same bytes when the folders are named in another order and twice", () => {
    const folders = ["partner-center", "tenants", "distributor", "migration-tool"].map((name) =>
      path.join(SAMPLE, name),
    );
    const one = planSample({}, folders).folder;
    const other = planSample({}, [...folders].reverse().concat(folders)).folder;

    for (const name of readdirSync(one)) {
      expect(readFileSync(path.join(other, name)).equals(readFileSync(path.join(one, name))), name).toBe(true);
    }
  });
});

describe("other commands", () => {
  it("formats lists what is known, and says which a file is and why", () => {
    const { cwd, file } = book(ROW);

    expect(transferPlanner(["formats"]).out).toContain("pc-nce-recon");
    expect(transferPlanner(["formats", file], { cwd })).toMatchObject({
      exitCode: 0,
      out: expect.stringContaining("generic"),
    });
  });

  it("formats exits 2 for a file that no format knows, and names the nearest", () => {
    const cwd = temporaryFolder();
    writeFileSync(path.join(cwd, "x.csv"), "Contract,Article\r\nA-1,Mail box\r\n");

    expect(transferPlanner(["formats", "x.csv"], { cwd })).toMatchObject({
      exitCode: 2,
      out: expect.stringContaining("not known"),
    });
  });

  it("explain prints the words of a rule", () => {
    expect(transferPlanner(["explain", "region_conflict"])).toMatchObject({
      exitCode: 0,
      out: expect.stringMatching(/^REGION_CONFLICT \(blocking/),
    });
  });

  it("init writes a configuration that a plan runs with, and never over one that is there", () => {
    const { cwd } = book(ROW);

    expect(transferPlanner(["init"], { cwd }).exitCode).toBe(0);
    expect(transferPlanner(["plan", "book.csv", "--as-of", "2026-12-01"], { cwd }).exitCode).toBe(0);

    writeFileSync(path.join(cwd, "transfer-planner.json"), "{}");
    expect(transferPlanner(["init"], { cwd })).toMatchObject({ exitCode: 2, err: expect.stringContaining("already") });
    expect(readFileSync(path.join(cwd, "transfer-planner.json"), "utf8")).toBe("{}");
  });

  it("generate writes a book once, and every planted defect is found", () => {
    const cwd = temporaryFolder();
    mkdirSync(path.join(cwd, "book"));

    expect(transferPlanner(["generate", "--customers", "400", "--seed", "11", "--out", "book"], { cwd }).exitCode).toBe(
      0,
    );
    expect(transferPlanner(["generate", "--customers", "400", "--seed", "11", "--out", "book"], { cwd }).exitCode).toBe(
      2,
    );
    transferPlanner(["plan", "book", "--partner-country", "DE", "--as-of", "2026-12-01", "--out", "out"], { cwd });

    const planned = new Map(
      readCsv(path.join(cwd, "out/plan.csv")).map((row) => [row.source_row, row.findings?.split(";")]),
    );
    const rejected = new Set(readCsv(path.join(cwd, "out/rejected.csv")).map((row) => row.row));
    const missed = readCsv(path.join(cwd, "book/book.csv")).flatMap((row, index) => {
      const place = String(index + 2);
      return (row.expect ?? "")
        .split(";")
        .filter((code) => code !== "")
        .filter((code) => (code === "ROW_UNREADABLE" ? !rejected.has(place) : !planned.get(place)?.includes(code)))
        .map((code) => `row ${place}: ${code}`);
    });
    expect(missed).toEqual([]);
  });

  it("shows help on stdout with exit 0", () => {
    expect(transferPlanner(["--help"])).toMatchObject({ exitCode: 0, out: expect.stringContaining("plan"), err: "" });
    expect(transferPlanner(["plan", "--help"]).out).toContain("--partner-country");
    expect(transferPlanner(["--version"]).out.trim()).toBe(
      JSON.parse(readFileSync(path.join(PROJECT, "package.json"), "utf8")).version,
    );
  });
});
