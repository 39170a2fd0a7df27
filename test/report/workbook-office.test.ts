import { describe, expect, it } from "vitest";
import { tables } from "../../src/report/tables/index.ts";
import { aPlan, aRejectedRow, manyPlannedSubscriptions } from "../support/a-plan.ts";
import { aWorkbook, opened } from "../support/a-workbook.ts";
import { isOfficeInstalled, savedByOffice } from "../support/office.ts";

describe("LibreOffice", () => {
  it.skipIf(!isOfficeInstalled && process.env.CI === undefined)(
    "opens the workbook and saves it again with every row, date and filter",
    { timeout: 180_000 },
    async () => {
      const plan = aPlan({ subscriptions: manyPlannedSubscriptions(40), rejected: [aRejectedRow({ value: "=1+1" })] });

      const before = await aWorkbook(plan, tables);
      const after = await opened(savedByOffice(before));

      expect(await rowsOf(before)).toEqual(planRows(after));
      expect(after.getWorksheet("Plan")?.autoFilter).toBeDefined();
      expect(after.getWorksheet("Rejected")?.getCell("E2").value).toBe("=1+1");
    },
  );
});

async function rowsOf(bytes: Buffer) {
  return planRows(await opened(bytes));
}

function planRows(workbook: Awaited<ReturnType<typeof opened>>): readonly unknown[] {
  const rows: unknown[] = [];
  workbook.getWorksheet("Plan")?.eachRow((row) => rows.push(row.values));
  return rows;
}
