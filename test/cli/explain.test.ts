import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { planSample, readCsv, temporaryFolder, transferPlanner } from "../support/command.ts";

describe("explain <subscription id>", () => {
  let folder = "";
  beforeAll(() => {
    folder = planSample().folder;
  });

  const explain = (...words: string[]) => transferPlanner(["explain", ...words], { cwd: temporaryFolder() });

  it("tells day, target and every finding of the row, with what to do", () => {
    const row = readCsv(path.join(folder, "plan.csv")).find(({ status }) => status === "blocked");
    const findings = readCsv(path.join(folder, "findings.csv")).filter(({ key }) => key === row?.key);

    const { out, exitCode } = explain(row?.subscription_id ?? "", "--plan", folder);

    expect(exitCode).toBe(0);
    expect(out).toContain(row?.date_explanation ?? "?");
    expect(findings.length).toBeGreaterThan(0);
    for (const { code = "?", message = "?", remedy = "?" } of findings) {
      expect(out).toContain(`${code}: ${message}`);
      expect(out).toContain(remedy);
    }
  });

  it("takes the id in capitals, and the key of a row", () => {
    const [row] = readCsv(path.join(folder, "plan.csv"));
    const byId = explain((row?.subscription_id ?? "").toUpperCase(), "--plan", folder);

    expect(byId.exitCode).toBe(0);
    expect(explain(row?.key ?? "", "--plan", folder).out).toBe(byId.out);
  });

  it("looks into the latest plan below reports/ when none is named", () => {
    const cwd = temporaryFolder();
    const row = "Contoso,contoso.example,DE,CFQ7TTC0LDPB:0001,10,2027-05-31,s-77";
    writeFileSync(
      path.join(cwd, "book.csv"),
      `customer,domain,country,product_id,seats,term_end,subscription_id\n${row}\n`,
    );
    mkdirSync(path.join(cwd, "reports/notes"), { recursive: true });
    for (const day of ["2027-01-04", "2026-12-01"]) transferPlanner(["plan", "book.csv", "--as-of", day], { cwd });

    const { out } = transferPlanner(["explain", "s-77"], { cwd });

    expect(out).toMatch(/window +2027-01/);
  });

  it.each([
    ["an id that no row has", ["no-such-id-1"]],
    ["a folder without a plan", ["s-77"]],
  ])("exits 2 with one message for %s", (_, words) => {
    const plan = words[0] === "s-77" ? temporaryFolder() : folder;

    expect(explain(...words, "--plan", plan)).toMatchObject({
      exitCode: 2,
      out: "",
      err: expect.stringMatching(/^"[^\n]+\n$/),
    });
  });
});
