import exceljs from "exceljs";
import { describe, expect, it } from "vitest";
import { plainDate } from "../../src/model/plain-date.ts";
import { renderWorkbook } from "../../src/report/render-workbook.ts";
import { Book } from "../../src/report/workbook/book.ts";
import type { SheetInternals, WriterClass } from "../../src/report/workbook/exceljs-internals.ts";
import { aPlan } from "../support/a-plan.ts";
import { aTable } from "../support/a-workbook.ts";

const writerClass = exceljs.stream.xlsx.WorkbookWriter as unknown as WriterClass;

/** Letters that do not compress, so that bytes reach the sink; the same every time. */
function* incompressible(count: number, taken: { rows: number }): Generator<{ words: string }> {
  let seed = 1;
  for (let row = 0; row < count; row += 1) {
    taken.rows += 1;
    let words = "";
    for (let part = 0; part < 16; part += 1) {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      words += seed.toString(36);
    }
    yield { words };
  }
}

function listOf(count: number, taken: { rows: number }) {
  return aTable([], { rows: () => incompressible(count, taken) });
}

describe("a workbook written to a slow sink", () => {
  it("takes no more rows than the sink has room for", async () => {
    const rowCount = 40_000;
    const taken = { rows: 0 };
    let ahead = 0;
    let written = 0;
    const sink = {
      async write(chunk: Uint8Array | string) {
        written += chunk.length;
        await new Promise((resolve) => setImmediate(resolve));
        // Rows of the counting pass, which reads them once before the first sheet, are not rows held.
        ahead = Math.max(ahead, (taken.rows - rowCount) * 75 - written);
      },
    };

    await renderWorkbook(aPlan(), [listOf(rowCount, taken)], sink);

    expect(taken.rows).toBe(2 * rowCount);
    expect(written).toBeGreaterThan(2_000_000);
    expect(ahead).toBeLessThan(1_500_000);
  });

  it("stops taking rows while the sink does not answer", async () => {
    const taken = { rows: 0 };
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const done = renderWorkbook(aPlan(), [listOf(40_000, taken)], { write: () => gate });

    await settled(() => taken.rows);
    const held = taken.rows - 40_000;
    open();
    await done;

    expect(held).toBeGreaterThan(0);
    expect(held).toBeLessThan(10_000);
    expect(taken.rows).toBe(80_000);
  });

  it("fails with the sink's own error, and does not hang", async () => {
    const sink = { write: () => Promise.reject(new Error("disk is full")) };

    await expect(renderWorkbook(aPlan(), [listOf(40_000, { rows: 0 })], sink)).rejects.toThrow("disk is full");
    await expect(renderWorkbook(aPlan(), [listOf(1, { rows: 0 })], sink)).rejects.toThrow("disk is full");
  });
});

describe("what is used of exceljs beyond its typings", () => {
  it("is still there: a stream with one consumer that says when it is full", () => {
    const sheets: SheetInternals[] = [];
    const Spy = class extends writerClass {
      override addWorksheet(...given: Parameters<InstanceType<WriterClass>["addWorksheet"]>): SheetInternals {
        const sheet = super.addWorksheet(...given);
        sheets.push(sheet);
        return sheet;
      }
    };
    const book = new Book(Spy, { write: () => new Promise(() => undefined) }, plainDate("2026-12-01"));

    const setup = { name: "Plan", widths: [10], frozen: { rows: 0, columns: 0 }, gridLines: true, pagesWide: 1 };
    book.sheet(setup);

    const [sheet] = sheets;
    const pipe = sheet?.stream.pipes[0];
    expect(pipe?._writableState.needDrain).toBe(false);
    sheet?.stream.write(Buffer.alloc(200_000, "x"));
    expect(pipe?._writableState.needDrain).toBe(true);
    for (const part of ["_writeColumns", "_writeOpenSheetData", "_writeDataValidations"] as const) {
      expect(sheet?.[part]).toBeTypeOf("function");
    }
  });
});

/** Waits until a number has stood still for a while. */
async function settled(number: () => number): Promise<void> {
  for (let last = -1; number() !== last; ) {
    last = number();
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
