import { parse } from "csv-parse/sync";
import type { Plan } from "../../src/model/plan.ts";
import { renderCsv } from "../../src/report/render-csv.ts";
import type { Table } from "../../src/report/table.ts";
import { aTextSink } from "./text-sink.ts";

/** The table's CSV file, read back: one record a row, by header. */
export async function csvRecords<Row>(table: Table<Row>, plan: Plan): Promise<readonly Record<string, string>[]> {
  const sink = aTextSink();
  await renderCsv(table.columns(plan), table.rows(plan), sink);
  return parse(sink.text(), { bom: true, columns: true });
}
