import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { plainDate } from "../../src/model/plain-date.ts";
import { readCsv, temporaryFolder, transferPlanner } from "../support/command.ts";
import { type Typing, typedInto } from "../support/edit-workbook.ts";
import { isOfficeInstalled, savedByOffice } from "../support/office.ts";
import { rearranged } from "../support/rearrange.ts";

const HEADER =
  "customer,tenant_id,country,subscription_id,product_id,product_name,seats,channel,term,billing,term_end,auto_renew";
const E3 = "CFQ7TTC0LFLX:0001";
const NAMES = [
  "approve",
  "hold",
  "exclude",
  "seats",
  "date",
  "disputed",
  "outdated",
  "refused",
  "mapped",
  "commented",
  "leaves",
  "part",
];

function row(name: string, difference: { seats?: number } = {}): string {
  const product = name === "mapped" ? ",Contoso Widget Plan" : name === "approve" ? ",Microsoft 365 E3" : `${E3},`;
  return `Contoso ${name},,DE,s-${name},${product},${difference.seats ?? 25},direct,P1Y,annual,2027-03-31,no`;
}

const SERIAL_OF_1970 = 25_569;

describe.each(isOfficeInstalled || process.env.CI !== undefined ? ["as typed", "saved by LibreOffice"] : ["as typed"])(
  "decisions of two reviewers, %s",
  (how) => {
    const cwd = temporaryFolder();
    let keys: Readonly<Record<string, string>>;
    let reviewed: ReturnType<typeof transferPlanner>;
    let replanned: ReturnType<typeof transferPlanner>;

    function plan(...words: string[]) {
      return transferPlanner(["plan", ...words, "--partner-country", "DE"], { cwd });
    }

    /** Bert has another program: it sorts, filters, moves columns and adds one of his own. */
    async function workbookOf(
      reviewer: "Anna" | "Bert" | "Carl",
      decided: readonly (readonly [string, Record<string, string | number>])[],
      given = "before/transfer-plan.xlsx",
    ) {
      const typings = decided.flatMap(([name, cells]): Typing[] =>
        Object.entries({ ...cells, reviewer }).map(([header, value]) => ({
          sheet: name.startsWith("mapping:") ? "Mapping" : "Plan",
          key: keys[name] ?? "",
          header,
          value,
        })),
      );
      const bytes = readFileSync(path.join(cwd, given));
      const typed = reviewer === "Bert" ? rearranged(bytes, typings) : await typedInto(bytes, typings);
      writeFileSync(path.join(cwd, `${reviewer}.xlsx`), how === "as typed" ? typed : savedByOffice(typed));
      return `${reviewer}.xlsx`;
    }

    beforeAll(async () => {
      mkdirSync(path.join(cwd, "book"));
      writeFileSync(path.join(cwd, "old.csv"), `${[HEADER, ...NAMES.map((name) => row(name))].join("\n")}\n`);
      expect(plan("old.csv", "--as-of", "2026-12-01", "--out", "before").exitCode).toBe(0);
      // The same book again, in two workbooks: the second reviewer of a part has it alone.
      expect(plan("old.csv", "--as-of", "2026-12-01", "--out", "parts", "--split", "6").exitCode).toBe(0);
      keys = Object.fromEntries([
        ...readCsv(path.join(cwd, "before/plan.csv")).map(({ subscription_id, key }) => [
          subscription_id?.slice(2) ?? "",
          key ?? "",
        ]),
        ...readCsv(path.join(cwd, "before/mapping.csv")).map(({ source_offer, key }) => [
          `mapping:${source_offer}`,
          key ?? "",
        ]),
      ]);

      const anna = await workbookOf("Anna", [
        ["approve", { decision: "Approve " }],
        ["hold", { decision: "hold", comment: "after the merger" }],
        ["exclude", { decision: "exclude" }],
        ["disputed", { decision: "approve" }],
        ["outdated", { decision: "approve" }],
        ["commented", { comment: "ask Mr Ende" }],
        ["leaves", { decision: "hold" }],
      ]);
      const bert = await workbookOf("Bert", [
        ["seats", { decision: "change", "new seats": 30 }],
        ["date", { decision: "change", "new date": plainDate("2027-04-20") + SERIAL_OF_1970 }],
        ["disputed", { decision: "hold" }],
        ["refused", { decision: "change", "new target": "Office 2049" }],
        ["mapping:Contoso Widget Plan", { decision: "use", "chosen target": "cfq7ttc0lflx/1" }],
      ]);
      const carl = await workbookOf("Carl", [["part", { decision: "exclude" }]], "parts/transfer-plan-002.xlsx");
      reviewed = transferPlanner(["review", anna, bert, carl, "--out", "decisions.csv"], { cwd });
      const newer = NAMES.filter((name) => name !== "leaves").map((name) =>
        row(name, name === "outdated" ? { seats: 26 } : {}),
      );
      writeFileSync(path.join(cwd, "new.csv"), `${[HEADER, ...newer, row("joins")].join("\n")}\n`);
      replanned = plan("new.csv", "--as-of", "2026-12-02", "--decisions", "decisions.csv", "--out", "after");
    }, 240_000);

    const planned = (name: string) =>
      readCsv(path.join(cwd, "after/plan.csv")).find((found) => found.subscription_id === `s-${name}`);

    it("are all read back, and those who disagree are named", () => {
      expect(reviewed.exitCode).toBe(0);
      expect(reviewed.out).toContain("3 workbooks read");
      expect(reviewed.err).toContain("reviewers disagree");
      expect(reviewed.err.split("\n").filter((line) => line !== "")).toHaveLength(1);
      const lines = readCsv(path.join(cwd, "decisions.csv"));
      expect(Object.keys(lines[0] ?? {})).toEqual(
        "scope,key,decision,target,seats,date,reviewer,comment,facts,source".split(","),
      );
      expect(lines).toHaveLength(13);
      expect(lines.filter(({ key }) => key === keys.disputed).map(({ reviewer }) => reviewer)).toEqual([
        "Anna",
        "Bert",
      ]);
      expect(lines.find(({ key }) => key === keys.date)).toMatchObject({ date: "2027-04-20", reviewer: "Bert" });
      expect(lines.find(({ key }) => key === keys.commented)).toMatchObject({ decision: "", comment: "ask Mr Ende" });
    });

    it("are applied", () => {
      expect(replanned.exitCode).toBe(0);
      expect(planned("approve")).toMatchObject({
        status: "ready",
        findings: expect.stringContaining("NAME_ONLY_MATCH"),
      });
      expect(planned("hold")).toMatchObject({ status: "review", switch_on: "", date_reason: "DECISION" });
      expect(planned("part")).toMatchObject({ status: "excluded", findings: "EXCLUDED_BY_DECISION" });
      expect(planned("exclude")).toMatchObject({ status: "excluded", findings: "EXCLUDED_BY_DECISION" });
      expect(planned("seats")).toMatchObject({ target_seats: "30", seats: "25" });
      expect(planned("date")).toMatchObject({ switch_on: "2027-04-20", date_reason: "DECISION", status: "review" });
      expect(planned("date")?.findings).toContain("DECIDED_AFTER_TERM_END");
      expect(planned("mapped")).toMatchObject({ match: "decision", target_product_id: E3 });
    });

    it("are asked again where facts changed, or refused with the reason", () => {
      expect(planned("outdated")).toMatchObject({ status: "review" });
      expect(planned("outdated")?.findings).toContain("DECISION_STALE");
      expect(planned("refused")?.findings).toContain("DECISION_REFUSED");
      expect(planned("disputed")?.findings).toContain("DECISION_REFUSED");
      const left = readCsv(path.join(cwd, "after/decisions-not-applied.csv"));
      expect(left.map(({ key }) => key).sort()).toEqual(
        [keys.outdated, keys.refused, keys.disputed, keys.disputed, keys.leaves].sort(),
      );
      expect(left.find(({ key }) => key === keys.refused)?.reason).toContain("Office 2049");
      expect(left.find(({ key }) => key === keys.outdated)?.reason).toContain('seats was "25", is "26"');
    });

    it("stand in the next workbook, and hold when it is read back unchanged", () => {
      const again = transferPlanner(["review", "after/transfer-plan.xlsx", "--out", "again.csv"], { cwd });
      plan("new.csv", "--as-of", "2026-12-02", "--decisions", "again.csv", "--out", "third");

      expect(again).toMatchObject({ exitCode: 0, err: "" });
      const statusOf = (folder: string) =>
        readCsv(path.join(cwd, folder, "plan.csv"))
          .filter(({ subscription_id }) => !["s-outdated", "s-disputed"].includes(subscription_id ?? ""))
          .map(({ key, status, switch_on, target_seats, match }) => [key, status, switch_on, target_seats, match]);
      expect(statusOf("third")).toEqual(statusOf("after"));
      expect(readCsv(path.join(cwd, "again.csv")).find(({ key }) => key === keys.commented)).toMatchObject({
        comment: "ask Mr Ende",
      });
      expect(readFileSync(path.join(cwd, "again.csv"), "utf8")).toContain("Bert: hold");
    });

    it("differ from the plan before by exactly what changed", () => {
      plan("new.csv", "--as-of", "2026-12-02", "--out", "undecided");
      const { exitCode, out } = transferPlanner(["diff", "undecided", "after", "--csv", "diff.csv"], { cwd });

      expect(exitCode).toBe(1);
      expect(out).toContain("0 gone, 0 added, ");
      const changed = new Set(readCsv(path.join(cwd, "diff.csv")).map(({ subscription_id }) => subscription_id));
      expect([...changed].sort()).toEqual(
        ["approve", "date", "disputed", "exclude", "hold", "mapped", "outdated", "part", "refused", "seats"]
          .map((name) => `s-${name}`)
          .sort(),
      );
      const [seats] = readCsv(path.join(cwd, "diff.csv")).filter(
        ({ subscription_id, field }) => subscription_id === "s-seats" && field === "target_seats",
      );
      expect(seats).toMatchObject({ change: "changed", before: "25", after: "30" });
      expect(readCsv(path.join(cwd, "after/changes.csv")).map(({ key, field }) => [key, field])).toEqual(
        readCsv(path.join(cwd, "diff.csv")).map(({ key, field }) => [key, field]),
      );
      expect(transferPlanner(["diff", "after", "after"], { cwd }).exitCode).toBe(0);
      expect(transferPlanner(["diff", "after", "none"], { cwd }).exitCode).toBe(2);
    });

    it("name rows that joined and left", () => {
      const { out } = transferPlanner(["diff", "before", "after"], { cwd });

      expect(out).toContain("1 gone, 1 added");
      expect(out).toContain("s-joins");
      expect(out).toContain("s-leaves");
    });
  },
);
