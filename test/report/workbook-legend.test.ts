import { describe, expect, it } from "vitest";
import { SEVERITIES } from "../../src/findings/finding.ts";
import { STATUSES } from "../../src/model/plan.ts";
import { tables } from "../../src/report/tables/index.ts";
import { legend } from "../../src/report/workbook/legend-sheet.ts";
import { aPlan, manyPlannedSubscriptions } from "../support/a-plan.ts";
import { aWorkbook, opened } from "../support/a-workbook.ts";
import { inEnglish } from "../support/in-english.ts";

const plan = aPlan({ subscriptions: manyPlannedSubscriptions(12) });

describe("the legend", () => {
  it("explains every finding that the program can raise, on the row that the links go to", async () => {
    const sheet = (await opened(await aWorkbook(plan, tables))).getWorksheet("Legend");
    const { rowOfCode } = legend(plan, tables);

    expect([...rowOfCode.keys()]).toEqual(plan.legend.map((wording) => wording.code));
    for (const { code, severity, title, why, remedy } of plan.legend) {
      expect(sheet?.getRow(rowOfCode.get(code) ?? 0).values).toEqual([undefined, code, severity, title, why, remedy]);
    }
  });

  it("explains every status and severity, in its colour", () => {
    const cells = legend(plan, tables).rows.map((row) => row.cells);

    for (const word of [...STATUSES, ...SEVERITIES]) {
      const [cell, meaning] = cells.find(([first]) => inEnglish(first?.value) === word) ?? [];
      expect(cell?.style.fill, word).toBeDefined();
      expect(meaning?.value, word).not.toBe("");
    }
  });

  it("explains every column of every sheet", () => {
    const cells = legend(plan, tables).rows.map((row) => row.cells.map((cell) => inEnglish(cell?.value)));

    for (const table of tables.filter(({ sheet }) => sheet !== undefined)) {
      const start = cells.findIndex(([first]) => first === `Columns of ${table.sheet}`);
      const columns = (table.sheetColumns?.(plan) ?? table.columns(plan)).filter((column) => column.csvOnly !== true);
      const explained = cells.slice(start + 2, start + 2 + columns.length);
      expect(explained.map(([title]) => title)).toEqual(columns.map((column) => column.title));
      expect(explained.map((line) => line[3])).toEqual(columns.map((column) => column.note));
    }
  });
});
