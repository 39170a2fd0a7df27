import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { PROJECT, readCsv, temporaryFolder, transferPlanner } from "../support/command.ts";

const BOOK = `customer,domain,country,subscription_id,product_id,seats,term,billing,term_end,auto_renew,unit_price,currency,channel
Adatum,adatum.example,DE,a1,CFQ7TTC0XD01:1,10,P1Y,monthly,2027-03-31,no,8.00,EUR,direct
Adatum,adatum.example,DE,a2,6a000000-0000-4000-8000-000000000001,10,P1Y,monthly,2027-03-31,no,8.00,EUR,csp-legacy
Adatum,adatum.example,DE,a3,CONTOSO_DESK_1,10,P3Y,triennial,2027-03-31,no,9.60,EUR,direct
Proseware,proseware.example,ES,p1,CFQ7TTC0XD01:0001,10,P1Y,monthly,2027-03-31,no,8.00,EUR,direct
`;

/** A working folder with a book, a configuration and the clean fixtures of the kinds named. */
function aFolder(
  kinds: readonly string[],
  catalogue: readonly string[] = kinds.map((kind) => `facts/${kind}.csv`),
): string {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, "facts"));
  for (const kind of kinds)
    copyFileSync(
      path.join(PROJECT, "fixtures/catalogue", kind, "clean.csv"),
      path.join(folder, "facts", `${kind}.csv`),
    );
  writeFileSync(path.join(folder, "book.csv"), BOOK);
  writeFileSync(
    path.join(folder, "transfer-planner.json"),
    JSON.stringify({ partners: [{ id: "eu", country: "DE" }], catalogue }),
  );
  return folder;
}

const KINDS = ["nce-offer-matrix", "nce-price-list", "nce-mapping"];
const PLAN = ["plan", "book.csv", "--as-of", "2026-12-01", "--out", "out"];

describe("plan with own catalogue files", () => {
  it("takes targets, limits, countries, terms and prices from them, and lists them in the manifest", () => {
    const folder = aFolder(KINDS);

    const { exitCode, err: stderr } = transferPlanner(PLAN, { cwd: folder });

    expect(exitCode, stderr).toBe(0);
    const rows = readCsv(path.join(folder, "out", "plan.csv"));
    const row = (id: string) => rows.find((each) => each.subscription_id === id);
    expect(rows.map((each) => [each.subscription_id, each.target_product_id, each.match])).toEqual([
      ["a1", "CFQ7TTC0XD01:0001", "exact"],
      ["a2", "CFQ7TTC0XD01:0001", "exact"],
      ["a3", "CFQ7TTC0XD01:0001", "exact"],
      ["p1", "CFQ7TTC0XD01:0001", "exact"],
    ]);
    expect(row("a1")?.findings).toContain("PRICE_CHANGE");
    // 7 days at the list's 115.20 a year and seat, not at the export's 8.00 a month.
    expect(row("a1")?.overlap_cost).toBe("22.09");
    expect(row("a3")?.findings).toContain("TERM_NOT_OFFERED");
    expect([row("a3")?.target_term, row("a3")?.target_billing]).toEqual(["", ""]);
    expect(row("p1")?.findings).toContain("OFFER_NOT_IN_COUNTRY");
    expect(row("p1")?.overlap_cost).toBe("18.41");
    const manifest = JSON.parse(readFileSync(path.join(folder, "out", "manifest.json"), "utf8"));
    expect(manifest.catalogue.map(({ name, date }: { name: string; date: string }) => [name, date])).toEqual(
      expect.arrayContaining([
        ["facts/nce-offer-matrix.csv", ""],
        ["facts/nce-price-list.csv", "2026-07-01"],
      ]),
    );
    for (const { sha256 } of manifest.catalogue) expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it("applies own mappings, and goes on after rows that it cannot read, each named", () => {
    const folder = aFolder(KINDS);
    copyFileSync(path.join(PROJECT, "fixtures/catalogue/mapping/dirty.csv"), path.join(folder, "facts", "own.csv"));
    const catalogue = [...KINDS.map((kind) => `facts/${kind}.csv`), "facts/own.csv"];
    writeFileSync(path.join(folder, "transfer-planner.json"), JSON.stringify({ catalogue }));

    const { exitCode, err: stderr } = transferPlanner(PLAN, { cwd: folder });

    expect(exitCode, stderr).toBe(0);
    const a2 = readCsv(path.join(folder, "out", "plan.csv")).find((each) => each.subscription_id === "a2");
    expect([a2?.match, a2?.target_product_id]).toEqual(["decision", "CFQ7TTC0XD01:0002"]);
    for (const row of [4, 5, 6]) expect(stderr).toContain(`facts/own.csv row ${row}, column`);
    const manifest = JSON.parse(readFileSync(path.join(folder, "out", "manifest.json"), "utf8"));
    const own = manifest.catalogue.find(({ name }: { name: string }) => name === "facts/own.csv");
    expect(own.problems).toHaveLength(3);
    for (const problem of own.problems) expect(stderr).toContain(`catalogue: ${problem}`);
  });

  it("names a mapping to what nobody knows, by the header of its file", () => {
    const folder = aFolder([], ["facts/own.csv"]);
    writeFileSync(
      path.join(folder, "facts/own.csv"),
      "CspOfferId,NceProductIdSkuId\nCFQ7TTC0LH18:0001,Busines Basic\n",
    );

    const { exitCode, err: stderr } = transferPlanner(PLAN, { cwd: folder });

    expect(exitCode, stderr).toBe(0);
    expect(stderr).toContain('catalogue: facts/own.csv row 2, column "NceProductIdSkuId": ');
    expect(stderr).toContain('found "Busines Basic"');
  });

  it("does not run where named files are missing or of no kind known, and names them all", () => {
    const folder = aFolder([], ["facts/none.csv", "book.csv", "facts/neither.csv"]);

    const { exitCode, err: stderr } = transferPlanner(PLAN, { cwd: folder });

    expect(exitCode).toBe(2);
    for (const name of ["facts/none.csv", "book.csv", "facts/neither.csv"]) expect(stderr).toContain(name);
    expect(stderr).not.toContain(folder);
  });
});

describe("catalogue", () => {
  it("lists its sources with dates and counts", () => {
    const { exitCode, out: stdout } = transferPlanner(["catalogue"], { cwd: aFolder(KINDS) });

    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^built-in catalogue {2}\d{4}-\d{2}-\d{2}/);
    expect(stdout).toContain("facts/nce-price-list.csv  2026-07-01  5 rows, nce-price-list");
    expect(stdout).toMatch(/\d+ offers: \d+ with a ProductId:SkuId/);
  });

  it.each([
    "CFQ7TTC0XD01:1",
    "{5A000000-0000-4000-8000-000000000001}",
    "6a000000-0000-4000-8000-000000000001",
    "contoso_desk_1",
    "cfq7ttc0xd01-0001-commercial",
  ])("shows everything known of the offer %s, and where from", (id) => {
    const { exitCode, out: stdout } = transferPlanner(["catalogue", id], { cwd: aFolder(KINDS) });

    expect(exitCode).toBe(0);
    for (const known of [
      /name +Contoso Desk Plan 1/,
      /product id +CFQ7TTC0XD01:0001 .*nce-offer-matrix\.csv|product id +CFQ7TTC0XD01:0001 .*nce-price-list\.csv/,
      /legacy offer id +6a000000-0000-4000-8000-000000000001 .*nce-mapping\.csv/,
      /skuPartNumber +CONTOSO_DESK_1/,
      /also called +Contoso Desk 2019/,
      /at most 300 .*nce-offer-matrix\.csv/,
      /subscriptions +at most 2 at a time .*nce-offer-matrix\.csv/,
      /5 countries: AT CH DE FR US/,
      /P1Y annual DE: 9\.6 EUR a seat and month, from 2026-07-01/,
    ])
      expect(stdout).toMatch(known);
  });

  it("shows of a price how long it is sold", () => {
    const { out: stdout } = transferPlanner(["catalogue", "CFQ7TTC0XD01:2"], { cwd: aFolder(KINDS) });

    expect(stdout).toContain("P1Y annual DE: 20 EUR a seat and month, from 2026-07-01, not sold from 2027-01-01 on");
  });

  it("finds offers by words, the likeliest first", () => {
    const {
      exitCode,
      out: stdout,
      err,
    } = transferPlanner(["catalogue", "business", "prem"], { cwd: temporaryFolder() });

    expect(exitCode).toBe(0);
    expect(err).toContain(`${stdout.trim().split("\n").length} offers.`);
    expect(stdout).toMatch(/^microsoft-365-business-premium {2}Microsoft 365 Business Premium {2}\(commercial\)/);
    expect(stdout).not.toContain("Business Basic");
  });

  it("does not take a few letters for a part of some GUID, and says what is gone, a trial or an add-on", () => {
    const found = (words: string) => transferPlanner(["catalogue", words], { cwd: temporaryFolder() }).out;

    const e4 = found("e4").trim().split("\n");
    expect(e4.every((line) => /\bE4\b/.test(line))).toBe(true);
    expect(e4[0]).toContain("(commercial, retired from 2017-04-07)");
    expect(found("premium trial")).toContain("Office 365 Business Premium Trial  (commercial, trial)");
    expect(found("clipchamp premium")).toContain("(commercial, add-on)");
    expect(found("3b555118")).toMatch(/^microsoft-365-business-basic /);
  });

  it("writes each long source once, numbered", () => {
    const { out: stdout } = transferPlanner(["catalogue", "SPB"], { cwd: temporaryFolder() });

    const listed = [...stdout.matchAll(/^\[(\d+)\] (.+)$/gm)].map(([, number, source]) => [number, source]);
    expect(listed.map(([number]) => number)).toEqual(listed.map((_, at) => String(at + 1)));
    expect(new Set(listed.map(([, source]) => source)).size).toBe(listed.length);
    expect(stdout).toMatch(/product id +CFQ7TTC0LCHC:0002 {2}\[1\]/);
  });

  it("shows successors with dates, former names and services of the built-in catalogue", () => {
    const { out: stdout } = transferPlanner(["catalogue", "O365_BUSINESS_PREMIUM"], { cwd: temporaryFolder() });

    expect(stdout).toMatch(/former name +Office 365 Business Premium/);
    expect(stdout).toMatch(/service +/);
    expect(stdout).toMatch(/sources +\[\d+\]/);
  });

  it("says that nothing is found, with names that come near", () => {
    const { exitCode, err: stderr } = transferPlanner(["catalogue", "Microsoft 365 Busines Premum"], {
      cwd: temporaryFolder(),
    });

    expect(exitCode).toBe(2);
    expect(stderr).toContain("Microsoft 365 Business Premium");
  });
});
