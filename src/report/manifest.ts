import type { FileReport } from "../model/ingested.ts";
import { isoDate } from "../model/plain-date.ts";
import type { DecisionOutcome, Plan } from "../model/plan.ts";
import type { Policy } from "../model/policy.ts";
import type { Objective } from "../model/schedule-quality.ts";

/** Goes up when a reader of manifest.json must change. */
const SCHEMA_VERSION = 1;

export interface WrittenFile {
  readonly file: string;
  readonly sha256: string;
  /** Undefined where a count of rows says nothing. */
  readonly rows: number | undefined;
}

/** manifest.json: what was read, by which rules, what came of it and what was written. Same plan, same bytes. */
export function renderManifest(
  plan: Plan,
  outputs: readonly WrittenFile[],
  tool: { readonly name: string; readonly version: string },
): string {
  const manifest = {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: tool.name, version: tool.version },
    asOf: isoDate(plan.asOf),
    locale: plan.locale,
    inputs: plan.files.map(inputEntry),
    catalogue: plan.catalogue.map(({ name, date, sha256, problems = [] }) => ({ name, date, sha256, problems })),
    policy: policyEntry(plan.policy),
    partners: plan.partners.map(({ id, name, country, tenantId }) => ({ id, name, country, tenantId })),
    totals: totalsOf(plan),
    schedule: scheduleEntry(plan.schedule),
    findings: Object.fromEntries(plan.findingCounts.map(({ code, count }) => [code, count])),
    ...(plan.decisions === undefined ? {} : { decisions: decisionsEntry(plan.decisions) }),
    outputs: outputs.map(({ file, sha256, rows }) => ({ file, sha256, rows: rows ?? null })),
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

/** The manifest's totals on one line, for --json. */
export function totalsJson(plan: Plan): string {
  return JSON.stringify(totalsOf(plan));
}

// Written out, so that the order of the keys is the contract's and not that of whoever made the plan.
function totalsOf({ totals }: Plan): Plan["totals"] {
  return {
    rowsRead: totals.rowsRead,
    planned: totals.planned,
    merged: totals.merged,
    duplicates: totals.duplicates,
    rejected: totals.rejected,
    usage: totals.usage,
    customers: totals.customers,
    ignored: totals.ignored,
    ready: totals.ready,
    review: totals.review,
    blocked: totals.blocked,
    excluded: totals.excluded,
  };
}

function inputEntry(report: FileReport): object {
  const { rows } = report;
  return {
    file: report.file,
    sha256: report.sha256,
    bytes: report.bytes,
    format: report.format,
    encoding: report.encoding,
    delimiter: report.delimiter,
    dateOrder: report.dateOrder,
    dateEvidence: report.dateEvidence,
    decimalEvidence: report.decimalEvidence,
    refused: report.refusal?.wording.code ?? null,
    rows: {
      read: rows.read,
      planned: rows.planned,
      merged: rows.merged,
      duplicates: rows.duplicates,
      rejected: rows.rejected,
      usage: rows.usage,
      customers: rows.customers,
      ignored: rows.ignored,
    },
    ignored: report.ignored.map(({ reason, rows: count }) => ({ reason, rows: count })),
    unreadColumns: report.unreadColumns,
  };
}

/** The objective of the days, what it cannot fall below, and the difference; the first level counts before the second, and so on. */
function scheduleEntry({ objective, bound, currency, isOptimal }: Plan["schedule"]): object {
  const levels = (of: (level: keyof Plan["schedule"]["objective"]) => number) => ({
    withoutDay: of("withoutDay"),
    laterTerm: of("laterTerm"),
    bufferDays: of("bufferDays"),
    overlap: of("overlap"),
  });
  return {
    objective: levels((level) => objective[level]),
    bound: levels((level) => bound[level]),
    gap: gapOf(objective, bound),
    isOptimal,
    overlapIn: currency ?? "seat-days",
  };
}

/** Up to the first level that differs; what comes after it is of another schedule, and its difference would say nothing. */
function gapOf(objective: Objective, bound: Objective): Readonly<Record<keyof Objective, number | null>> {
  let isSame = true;
  const gapAt = (level: keyof Objective) => {
    if (!isSame) return null;
    const gap = Math.round((objective[level] - bound[level]) * 100) / 100;
    isSame = gap === 0;
    return gap;
  };
  return {
    withoutDay: gapAt("withoutDay"),
    laterTerm: gapAt("laterTerm"),
    bufferDays: gapAt("bufferDays"),
    overlap: gapAt("overlap"),
  };
}

function decisionsEntry({ file, ruled, unapplied }: DecisionOutcome): object {
  return {
    file: file?.file ?? null,
    sha256: file?.sha256 ?? null,
    lines: file?.lines ?? null,
    subscriptionsRuled: ruled,
    notApplied: unapplied.length,
  };
}

function policyEntry(policy: Policy): object {
  const { capacityPerDay } = policy;
  return {
    path: policy.path,
    seats: policy.seats,
    bufferDays: policy.bufferDays,
    minimumDays: policy.minimumDays,
    relationshipLeadDays: policy.relationshipLeadDays,
    groupDays: policy.groupDays,
    workingDays: policy.workingDays,
    holidays: policy.holidays,
    freezes: policy.freezes.map(({ from, to, reason }) => ({ from: isoDate(from), to: isoDate(to), reason })),
    capacityPerDay: {
      subscriptions: capacityPerDay.subscriptions ?? null,
      customers: capacityPerDay.customers ?? null,
    },
  };
}
