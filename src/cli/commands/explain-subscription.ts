import path from "node:path";
import { findInputs } from "../../disk/find-inputs.ts";
import { latestPlanFolder } from "../../disk/plan-folder.ts";
import type { InputFile } from "../../model/input-file.ts";
import { UserError } from "../../model/user-error.ts";
import { type WrittenStep, writtenSteps } from "../../review/runbook-steps.ts";
import { UnreadableWorkbook } from "../../review/unreadable-workbook.ts";
import { type PlanRow, planRows } from "../plan-rows.ts";
import { printable, type Terminal } from "../terminal.ts";

/** In a larger plan, to look through the workbook takes longer than to open it. */
const MOST_ROWS = 200_000;

/**
 * `explain <subscription id>`: why the row of a plan is as it is and what is to be done for it, from plan.csv, findings.csv and
 * the sheet Runbook of the folder, or else of the latest plan below reports/. An id stands in several rows where several customers have it; all are shown. Gives the exit code.
 */
export async function explainSubscription(
  id: string,
  planFolder: string | undefined,
  terminal: Terminal,
): Promise<number> {
  const folder = await folderOf(id, planFolder, terminal);
  const wanted = id.trim().toLowerCase();
  const found: PlanRow[] = [];
  let rows = 0;
  for await (const row of planRows(folder, "plan.csv")) {
    rows += 1;
    if (cell(row, "subscription_id").toLowerCase() === wanted || cell(row, "key") === wanted) found.push(row);
  }
  const shownFolder = path.relative(terminal.workingFolder, folder) || ".";
  if (found.length === 0) {
    throw new UserError([
      `"${printable(id)}": expected a subscription id or key of the plan in ${printable(shownFolder)}, or the code of a finding; found none. The column subscription_id of plan.csv has them.`,
    ]);
  }
  const findings = await findingsOf(folder, new Set(found.map((row) => cell(row, "key"))));
  for (const row of found) {
    const steps =
      rows > MOST_ROWS ? [`${MOST_ROWS} rows or more: see the sheet Runbook`] : await stepsText(folder, row);
    const lines = [...linesOf(row, findings.get(cell(row, "key")) ?? []), ...stepLines(steps), ""];
    for (const line of lines) terminal.out(`${printable(line)}\n`);
  }
  return 0;
}

async function folderOf(id: string, planFolder: string | undefined, terminal: Terminal): Promise<string> {
  if (planFolder !== undefined) return path.resolve(terminal.workingFolder, planFolder);
  const latest = await latestPlanFolder(path.resolve(terminal.workingFolder, "reports"));
  if (latest === undefined) {
    throw new UserError([
      `"${printable(id)}": expected the code of a finding, or the id of a subscription in a plan; there is no plan below reports/, so name its folder with --plan.`,
    ]);
  }
  return latest;
}

async function findingsOf(folder: string, keys: ReadonlySet<string>): Promise<ReadonlyMap<string, readonly PlanRow[]>> {
  const byKey = new Map<string, PlanRow[]>();
  for await (const row of planRows(folder, "findings.csv")) {
    const key = cell(row, "key");
    if (keys.has(key)) byKey.set(key, [...(byKey.get(key) ?? []), row]);
  }
  return byKey;
}

const LABEL_WIDTH = 13;

function linesOf(row: PlanRow, findings: readonly PlanRow[]): readonly string[] {
  const facts: readonly (readonly [label: string, text: string])[] = [
    ["status", cell(row, "status")],
    ["read from", `${cell(row, "source_file")} row ${cell(row, "source_row")}`],
    ["is", what(row)],
    ["becomes", becomes(row)],
    ["path", pathOf(row)],
    ["switch on", cell(row, "switch_on") || "no day"],
    ["window", cell(row, "earliest_on") === "" ? "" : `${cell(row, "earliest_on")} to ${cell(row, "latest_on")}`],
    ["why", `${cell(row, "date_reason")}: ${cell(row, "date_explanation")}`],
    ["invite by", cell(row, "invite_by")],
    ["auto-renew", cell(row, "auto_renew_off_by") === "" ? "" : `to be off by ${cell(row, "auto_renew_off_by")}`],
  ];
  return [
    `${cell(row, "subscription_id") || cell(row, "key")}, ${cell(row, "customer")}`,
    ...facts.filter(([, text]) => text !== "").map(([label, text]) => `  ${label.padEnd(LABEL_WIDTH)}${text}`),
    ...(findings.length === 0 ? ["  no findings"] : []),
    ...findings.flatMap((found) => [
      `  ${cell(found, "severity").padEnd(LABEL_WIDTH)}${cell(found, "code")}: ${cell(found, "message")}`,
      `  ${" ".repeat(LABEL_WIDTH)}${cell(found, "remedy")}`,
    ]),
  ];
}

/** What the runbook has for the subscription and for all of its customer that moves; in one line, why it cannot be told. */
async function stepsText(folder: string, row: PlanRow): Promise<readonly string[]> {
  const wanted = {
    id: cell(row, "subscription_id") || cell(row, "key"),
    customer: cell(row, "customer"),
    tenantId: cell(row, "tenant_id"),
  };
  const steps: WrittenStep[] = [];
  try {
    for await (const workbook of workbooksOf(folder)) steps.push(...(await writtenSteps(workbook, wanted)));
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return [`cannot be told: of the workbook, ${error.message}`];
    throw error;
  }
  return steps.map(({ due, step, todo, who, latest }) => {
    const until = latest === "" || latest === due ? "" : `, ${latest} at the latest`;
    return `${(due || "no day").padEnd(12)}${step} (${who}${until}): ${todo}`;
  });
}

/** One, or the parts that `--split` made. */
async function* workbooksOf(folder: string): AsyncGenerator<InputFile> {
  const named = async (name: string) => (await findInputs([path.join(folder, name)], folder).catch(() => []))[0];
  const whole = await named("transfer-plan.xlsx");
  if (whole !== undefined) yield whole;
  for (let part = 1; whole === undefined; part += 1) {
    const next = await named(`transfer-plan-${String(part).padStart(3, "0")}.xlsx`);
    if (next === undefined) return;
    yield next;
  }
}

function stepLines(steps: readonly string[]): readonly string[] {
  return steps.map((step, at) => `  ${(at === 0 ? "steps" : "").padEnd(LABEL_WIDTH)}${step}`);
}

function what(row: PlanRow): string {
  const offer = [cell(row, "source_product_id"), cell(row, "source_offer")].filter((word) => word !== "").join(" ");
  const assigned = cell(row, "assigned_seats") === "" ? "" : `, ${cell(row, "assigned_seats")} assigned`;
  const end = cell(row, "term_end") === "" ? "term end not known" : `term ends ${cell(row, "term_end")}`;
  return `${offer}, ${seatsText(row, "seats")}${assigned}, ${cell(row, "channel")}, ${end}`;
}

function becomes(row: PlanRow): string {
  const target = [cell(row, "target_product_id"), cell(row, "target_offer")].filter((word) => word !== "").join(" ");
  if (target === "") return `no offer (match ${cell(row, "match")})`;
  const action = cell(row, "licence_action");
  const licences = action === "" ? "" : `, licences: ${action}`;
  return `${target}, ${seatsText(row, "target_seats")} (match ${cell(row, "match")}${licences})`;
}

function pathOf(row: PlanRow): string {
  const request = cell(row, "request");
  return request === "" ? cell(row, "path") : `${cell(row, "path")}, request ${request}`;
}

function seatsText(row: PlanRow, column: string): string {
  const seats = cell(row, column);
  return seats === "1" ? "1 seat" : `${seats} seats`;
}

function cell(row: PlanRow, column: string): string {
  return row.get(column) ?? "";
}
