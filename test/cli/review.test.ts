import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { workbookDecisions } from "../../src/review/workbook-decisions.ts";
import { workbookFile } from "../support/a-sheet-file.ts";
import { opened } from "../support/a-workbook.ts";
import { readCsv, temporaryFolder, transferPlanner } from "../support/command.ts";
import { typedInto } from "../support/edit-workbook.ts";

const HEADER = "customer,tenant_id,country,subscription_id,product_id,seats,channel,term,billing,term_end,auto_renew";
/** Customers by the number of their subscriptions. */
const SIZES = { Contoso: 2, Fabrikam: 5, Litware: 1, Northwind: 2 };

function bookOf(sizes: Readonly<Record<string, number>>, seats = 25): string {
  const rows = Object.entries(sizes).flatMap(([customer, count]) =>
    Array.from(
      { length: count },
      (_, at) =>
        `${customer},,DE,${customer}-${at},CFQ7TTC0LFLX:0001,${at === 0 ? seats : 25},direct,P1Y,annual,2027-03-31,no`,
    ),
  );
  return `${[HEADER, ...rows].join("\n")}\n`;
}

const cwd = temporaryFolder();

function run(...words: string[]) {
  return transferPlanner(words, { cwd });
}

function plan(book: string, out: string, ...words: string[]) {
  return run("plan", book, "--as-of", "2026-12-01", "--partner-country", "DE", "--out", out, "--quiet", ...words);
}

const workbooksIn = (folder: string) =>
  readdirSync(path.join(cwd, folder))
    .filter((name) => name.endsWith(".xlsx"))
    .sort();
const bytesOf = (file: string) => readFileSync(path.join(cwd, file));

beforeAll(() => {
  writeFileSync(path.join(cwd, "book.csv"), bookOf(SIZES));
});

describe("plan --split", () => {
  let split: ReturnType<typeof plan>;

  beforeAll(() => {
    split = plan("book.csv", "split", "--split", "3");
  });

  it("gives each customer to one workbook, none more than n subscriptions, and names who alone has more", async () => {
    expect(split.exitCode).toBe(0);
    expect(split.err).toContain("Fabrikam: 5 subscriptions, more than --split 3");
    expect(workbooksIn("split")).toEqual([1, 2, 3].map((number) => `transfer-plan-00${number}.xlsx`));
    const customers = await Promise.all(
      workbooksIn("split").map(async (name) => {
        const names: string[] = [];
        const sheet = (await opened(bytesOf(`split/${name}`))).getWorksheet("Plan");
        sheet?.eachRow((row, number) => number > 1 && names.push(String(row.getCell(3).value)));
        return names;
      }),
    );
    expect(customers).toEqual([
      ["Contoso", "Contoso"],
      ["Fabrikam", "Fabrikam", "Fabrikam", "Fabrikam", "Fabrikam"],
      ["Litware", "Northwind", "Northwind"],
    ]);
  });

  it("makes each workbook complete in itself: every sheet, and the files beside them whole", async () => {
    const [first, ...others] = await Promise.all(
      workbooksIn("split").map(async (name) =>
        (await opened(bytesOf(`split/${name}`))).worksheets.map((sheet) => sheet.name),
      ),
    );
    for (const sheets of others) expect(sheets).toEqual(first);
    expect(readCsv(path.join(cwd, "split/plan.csv"))).toHaveLength(10);
    const outputs = JSON.parse(readFileSync(path.join(cwd, "split/manifest.json"), "utf8")).outputs;
    expect(outputs.filter(({ file }: { file: string }) => file.endsWith(".xlsx"))).toMatchObject([
      { file: "transfer-plan-001.xlsx", rows: 2 },
      { file: "transfer-plan-002.xlsx", rows: 5 },
      { file: "transfer-plan-003.xlsx", rows: 3 },
    ]);
  });

  it("is read back from all of its workbooks, each with decisions of its own", async () => {
    for (const [number, decision] of [
      [1, "approve"],
      [2, "hold"],
      [3, "exclude"],
    ] as const) {
      const name = `split/transfer-plan-00${number}.xlsx`;
      const { rows, keys } = await planRows(name);
      expect(rows).toBeGreaterThan(0);
      const typings = keys.map((key) => ({ sheet: "Plan", key, header: "decision", value: decision }));
      writeFileSync(path.join(cwd, `part-${number}.xlsx`), await typedInto(bytesOf(name), typings));
    }
    const { exitCode, out, err } = run("review", "part-1.xlsx", "part-2.xlsx", "part-3.xlsx", "--out", "parts.csv");

    expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
    expect(out).toContain("3 workbooks read: 10 rows of subscriptions");
    expect(out).toContain("10 lines: 2 approve, 3 exclude, 5 hold");
  });

  it("replaced by fewer parts, or by one workbook, leaves none of the old ones behind", () => {
    expect(plan("book.csv", "split", "--split", "3").exitCode).toBe(2);
    writeFileSync(path.join(cwd, "split/notes.txt"), "mine");

    expect(plan("book.csv", "split", "--split", "7", "--force").exitCode).toBe(0);
    expect(workbooksIn("split")).toEqual(["transfer-plan-001.xlsx", "transfer-plan-002.xlsx"]);
    expect(plan("book.csv", "split", "--force").exitCode).toBe(0);
    expect(workbooksIn("split")).toEqual(["transfer-plan.xlsx"]);
    expect(existsSync(path.join(cwd, "split/notes.txt"))).toBe(true);
  });

  it("does not write over a workbook of a part's name that is not the plan's", () => {
    mkdirSync(path.join(cwd, "own"));
    writeFileSync(path.join(cwd, "own/transfer-plan-002.xlsx"), "mine");
    const { exitCode, err } = plan("book.csv", "own", "--split", "3", "--force");

    expect(exitCode).toBe(2);
    expect(err).toContain("transfer-plan-002.xlsx");
    expect(readFileSync(path.join(cwd, "own/transfer-plan-002.xlsx"), "utf8")).toBe("mine");
  });

  it.each(["0", "-1", "2.5", "many", ""])("of %j is refused", (most) => {
    expect(plan("book.csv", "none", `--split=${most}`)).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining("--split: expected a whole number from 1"),
    });
  });
});

async function planRows(name: string) {
  const sheet = (await opened(bytesOf(name))).getWorksheet("Plan");
  const keys: string[] = [];
  sheet?.eachRow((row, number) => number > 1 && keys.push(String(row.getCell(1).value)));
  return { rows: keys.length, keys };
}

describe("review", () => {
  beforeAll(() => {
    plan("book.csv", "plan");
  });

  it("of a workbook in which nothing was typed writes a header and says so", () => {
    const { exitCode, out, err } = run("review", "plan/transfer-plan.xlsx", "--out", "nothing.csv");

    expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
    expect(out).toContain("10 rows of subscriptions, 1 of source offers; 0 lines.");
    expect(readCsv(path.join(cwd, "nothing.csv"))).toEqual([]);
  });

  it("exits 0 with problems on stderr, by sheet and address, and with 2 where a workbook cannot be read", async () => {
    const { keys } = await planRows("plan/transfer-plan.xlsx");
    const typing = { sheet: "Plan", key: keys[0] ?? "", header: "decision", value: "maybe" };
    writeFileSync(path.join(cwd, "maybe.xlsx"), await typedInto(bytesOf("plan/transfer-plan.xlsx"), [typing]));
    const read = run("review", "maybe.xlsx", "--out", "maybe.csv");

    expect(read.exitCode).toBe(0);
    expect(read.err).toBe('maybe.xlsx Plan!D2: expected one of approve, hold, exclude, change, found "maybe".\n');
    const { decisions } = await workbookDecisions(workbookFile(bytesOf("maybe.xlsx")));
    expect(decisions).toHaveLength(1);

    const unread = run("review", "maybe.xlsx", "book.csv", "plan/manifest.json", "--out", "none.csv");
    expect(unread.exitCode).toBe(2);
    expect(unread.err).toBe("book.csv: it is no .xlsx workbook.\nmanifest.json: it is no .xlsx workbook.\n");
    expect(existsSync(path.join(cwd, "none.csv"))).toBe(false);
    expect(run("review", "gone.xlsx", "--out", "none.csv").exitCode).toBe(2);
  });

  it("replaces an earlier decisions.csv and no other file", () => {
    expect(run("review", "plan/transfer-plan.xlsx", "--out", "nothing.csv").exitCode).toBe(0);
    const { exitCode, err } = run("review", "plan/transfer-plan.xlsx", "--out", "book.csv");

    expect(exitCode).toBe(2);
    expect(err).toContain("is no decisions.csv");
    expect(readFileSync(path.join(cwd, "book.csv"), "utf8")).toBe(bookOf(SIZES));
  });
});

describe("diff", () => {
  beforeAll(() => {
    const { Litware: _, ...rest } = SIZES;
    writeFileSync(path.join(cwd, "newer.csv"), bookOf({ ...rest, Tailspin: 1 }, 30));
    plan("newer.csv", "newer");
  });

  it("exits 0 where two folders plan the same", () => {
    expect(plan("book.csv", "again").exitCode).toBe(0);

    expect(run("diff", "plan", "again")).toEqual({
      exitCode: 0,
      out: "10 subscriptions before, 10 after: 0 gone, 0 added, 0 changed.\n",
      err: "",
    });
  });

  it("exits 1 and names exactly what differs, on the terminal and as CSV", () => {
    const { exitCode, out, err } = run("diff", "plan", "newer", "--csv", "changes.csv");

    expect({ exitCode, err }).toEqual({ exitCode: 1, err: "" });
    expect(out).toContain("10 subscriptions before, 10 after: 1 gone, 1 added, 3 changed.");
    expect(out).toContain("seats: 25 -> 30");
    const rows = readCsv(path.join(cwd, "changes.csv"));
    expect(rows.filter(({ change }) => change !== "changed").map(({ change, customer }) => [change, customer])).toEqual(
      [
        ["gone", "Litware"],
        ["added", "Tailspin"],
      ],
    );
    const fields = (customer: string) => rows.filter((row) => row.customer === customer).map(({ field }) => field);
    for (const customer of ["Contoso", "Fabrikam", "Northwind"]) {
      expect(fields(customer)).toContain("seats");
      expect(fields(customer)).toContain("target_seats");
      expect(fields(customer)).not.toContain("switch_on");
    }
  });

  it("exits 2 where there is no plan, and names both; its CSV replaces no file", () => {
    const { exitCode, err } = run("diff", "gone", "away");

    expect(exitCode).toBe(2);
    expect(err).toContain('"gone": expected the folder of a plan');
    expect(err).toContain('"away": expected the folder of a plan');
    expect(run("diff", "plan", "newer", "--csv", "book.csv").exitCode).toBe(2);
    expect(readFileSync(path.join(cwd, "book.csv"), "utf8")).toBe(bookOf(SIZES));
  });

  it("exits 2 where a plan.csv is none", () => {
    mkdirSync(path.join(cwd, "other"));
    writeFileSync(path.join(cwd, "other/plan.csv"), "a,b\n1,2\n");

    expect(run("diff", "plan", "other")).toMatchObject({ exitCode: 2, err: expect.stringContaining("key, customer") });
  });
});

describe("a plan over an earlier one", () => {
  it("marks new rows and lists what changed; the same over itself says nothing", async () => {
    plan("book.csv", "over");
    expect(plan("newer.csv", "over", "--force").exitCode).toBe(0);

    const kinds = readCsv(path.join(cwd, "over/changes.csv")).map(({ change }) => change);
    expect(kinds.filter((kind) => kind !== "changed").sort()).toEqual(["added", "gone"]);
    const sheet = (await opened(bytesOf("over/transfer-plan.xlsx"))).getWorksheet("Plan");
    const headers = (sheet?.getRow(1).values ?? []) as readonly unknown[];
    const header = headers.indexOf("Since earlier plan");
    const marks = new Map<unknown, unknown>();
    sheet?.eachRow((row) => marks.set(row.getCell(3).value, row.getCell(header).value));
    expect(marks.get("Tailspin")).toBe("new");

    expect(plan("newer.csv", "over", "--force").exitCode).toBe(0);
    expect(existsSync(path.join(cwd, "over/changes.csv"))).toBe(false);
  });

  it("with decisions compares with the plan beside them", () => {
    run("review", "plan/transfer-plan.xlsx", "--out", "plan/decisions.csv");
    expect(plan("newer.csv", "beside", "--decisions", "plan/decisions.csv").exitCode).toBe(0);

    const changes = readCsv(path.join(cwd, "beside/changes.csv"));
    expect(changes.filter(({ change }) => change === "added")).toMatchObject([{ customer: "Tailspin" }]);
    rmSync(path.join(cwd, "plan/decisions.csv"));
  });

  it("whose plan.csv was damaged is replaced all the same, and that nothing was compared is said", () => {
    writeFileSync(path.join(cwd, "over/plan.csv"), "not,a,plan\n1,2,3\n");
    const { exitCode, err } = plan("book.csv", "over", "--force");

    expect(exitCode).toBe(0);
    expect(err).toContain("What has changed since the earlier plan cannot be told:");
    expect(readCsv(path.join(cwd, "over/plan.csv"))).toHaveLength(10);
  });
});
