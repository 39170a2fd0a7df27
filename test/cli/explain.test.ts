import { mkdirSync, rmSync, writeFileSync } from "node:fs";
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

  const BOOK = [
    "customer,domain,country,product_id,seats,channel,term_end,auto_renew,subscription_id",
    "Contoso,contoso.example,DE,CFQ7TTC0LDPB:0001,10,csp-legacy,2027-05-31,yes,s-77",
    "Contoso,contoso.example,DE,CFQ7TTC0LH18:0001,4,csp-legacy,2027-08-31,yes,s-78",
    "Fabrikam,fabrikam.example,DE,CFQ7TTC0LH18:0001,4,csp-legacy,2027-05-31,yes,s-79",
    "Fabrikam,fabrikam.example,DE,CFQ7TTC0LH18:0001,4,csp-legacy,,yes,s-80",
  ].join("\n");

  it.each([
    ["one workbook", [], /steps +2027-05-10 +Invite \(our partner\): /],
    ["several workbooks", ["--split", "2"], /steps +2027-05-10 +Invite \(our partner\): /],
    ["a workbook in Portuguese", ["--locale", "pt-BR"], /steps +2027-05-10 +Convi/],
  ])(
    "tells the steps of the runbook, those of the customer first and of no other subscription: %s",
    (_, options, invite) => {
      const cwd = temporaryFolder();
      writeFileSync(path.join(cwd, "book.csv"), BOOK);
      transferPlanner(["plan", "book.csv", "--as-of", "2026-12-01", "--partner-country", "DE", ...options], { cwd });

      const { out } = transferPlanner(["explain", "s-77"], { cwd });

      expect(out).toMatch(invite);
      const days = out.split("\n").flatMap((line) => /^ {2}(?:steps)? +(\d{4}-\d{2}-\d{2}) /.exec(line)?.[1] ?? []);
      // Invite, agreement, auto-renewal off and order on the day of the switch, seats verified, old one gone.
      expect(days).toEqual(["2027-05-10", "2027-05-21", "2027-05-24", "2027-05-24", "2027-05-25", "2027-06-01"]);
    },
  );

  it("tells no steps without a workbook, and the step of what has no day", () => {
    const cwd = temporaryFolder();
    writeFileSync(path.join(cwd, "book.csv"), BOOK);
    transferPlanner(["plan", "book.csv", "--as-of", "2026-12-01", "--partner-country", "DE"], { cwd });
    const waiting = transferPlanner(["explain", "s-80"], { cwd }).out;
    rmSync(path.join(cwd, "reports/plan-2026-12-01/transfer-plan.xlsx"));

    expect(waiting).toMatch(/no day +No steps yet/);
    expect(transferPlanner(["explain", "s-77"], { cwd }).out).not.toContain("steps");
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
