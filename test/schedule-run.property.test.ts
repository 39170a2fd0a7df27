import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { builtInCatalogue } from "../src/catalogue/built-in.ts";
import { configurationFor } from "../src/config/read-configuration.ts";
import type { InputFile } from "../src/model/input-file.ts";
import { addDays, addMonths, isoDate, type PlainDate, plainDate } from "../src/model/plain-date.ts";
import type { Plan } from "../src/model/plan.ts";
import { run } from "../src/pipeline.ts";
import { aFile } from "./support/a-file.ts";
import {
  allowedDays,
  bestObjective,
  isFree,
  type OracleDay,
  type OraclePolicy,
  type OracleRow,
} from "./support/schedule-oracle.ts";

// BOOKS=1000 npx vitest run test/schedule-run.property.test.ts, for a long run.
const numRuns = Number(process.env.BOOKS ?? 25);
const LONG = 600_000;
const today = plainDate("2026-12-01");
const HEADER =
  "tenant_id,customer,country,subscription_id,parent_subscription_id,product_id,seats,channel,term,term_end,auto_renew,unit_price,currency";

interface Row {
  readonly number: number;
  readonly customer: number;
  readonly end: number;
  readonly seats: number;
  readonly price: number;
  readonly autoRenew: string;
  readonly channel: "csp-nce" | "csp-legacy" | "direct";
}

interface Tightness {
  readonly subscriptions: number | undefined;
  readonly customers: number | undefined;
  readonly frozen: number;
  readonly groupDays: number;
}

const rowsOf = (maxLength: number, minLength = 0): fc.Arbitrary<readonly Row[]> =>
  fc.uniqueArray(
    fc.record({
      number: fc.nat(999),
      customer: fc.nat(Math.max(3, Math.floor(maxLength / 6))),
      end: fc.integer({ min: -20, max: 45 }),
      seats: fc.integer({ min: 1, max: 9 }),
      price: fc.constantFrom(400, 980, 2060),
      autoRenew: fc.constantFrom("yes", "no", ""),
      channel: fc.constantFrom("csp-nce" as const, "csp-legacy" as const, "direct" as const),
    }),
    { selector: ({ number }) => number, minLength, maxLength },
  );

const aTightness: fc.Arbitrary<Tightness> = fc.record({
  subscriptions: fc.constantFrom(1, 2, 3, undefined),
  customers: fc.constantFrom(1, 2, undefined),
  frozen: fc.integer({ min: 0, max: 30 }),
  groupDays: fc.constantFrom(0, 0, 6),
});

function lineOf({ number, customer, end, seats, price, autoRenew, channel }: Row): string {
  const id = `s-${String(number).padStart(3, "0")}`;
  const product = channel === "csp-nce" ? "CFQ7TTC0LH18:0001" : "Microsoft 365 Business Basic";
  return `t-${customer},Customer ${customer},DE,${id},,${product},${seats},${channel},P1Y,${isoDate(addDays(today, end))},${autoRenew},${(price / 100).toFixed(2)},EUR`;
}

function aBook(label: string, lines: readonly string[]): InputFile {
  return aFile(label, [HEADER, ...lines].join("\n"));
}

function planOf(
  files: readonly InputFile[],
  { subscriptions, customers, frozen, groupDays }: Tightness,
): Promise<Plan> {
  const configuration = configurationFor("DE");
  const policy = {
    ...configuration.policy,
    holidays: "none" as const,
    relationshipLeadDays: 5,
    groupDays,
    freezes: [{ from: addDays(today, frozen), to: addDays(today, frozen + 6), reason: "quiet days" }],
    capacityPerDay: { subscriptions, customers },
  };
  return run({
    files,
    catalogue: builtInCatalogue(),
    configuration: { ...configuration, policy },
    today,
    locale: "en",
    dateOrder: undefined,
    progress: () => undefined,
  });
}

function rulesOf({ frozen }: Pick<Tightness, "frozen">): OraclePolicy {
  return { today, leadDays: 5, bufferDays: 7, minimumDays: 2, frozen: [today + frozen, today + frozen + 6] };
}

function oracleRow(row: Row): OracleRow {
  const end = addDays(today, row.end);
  const endAfter = (terms: number) => addDays(addMonths(addDays(end, 1), 12 * terms), -1);
  // Annual terms that end from November 2026 on began after 2025-04-01, so that no free grace follows them at these partners.
  const hasGrace = row.channel === "csp-legacy";
  return {
    key: `s-${String(row.number).padStart(3, "0")}`,
    customer: `t-${row.customer}`,
    path: row.channel === "csp-nce" ? "transfer" : "repurchase",
    hasGrace,
    end,
    nextEnd: endAfter(1),
    afterNextEnd: endAfter(2),
    renews: row.autoRenew !== "no",
    seats: row.seats,
    price: row.price,
  };
}

interface Judged {
  readonly row: OracleRow;
  readonly days: readonly OracleDay[];
  readonly switchOn: PlainDate | undefined;
  readonly reason: string;
  readonly takesRoom: boolean;
}

function judged(plan: Plan, rows: readonly Row[], tightness: Tightness): readonly Judged[] {
  const policy = rulesOf(tightness);
  const byId = new Map(plan.subscriptions.map((planned) => [planned.subscription.id, planned]));
  return rows.map(oracleRow).map((row) => {
    const planned = byId.get(row.key);
    if (planned === undefined) throw new Error(`${row.key} is not in the plan.`);
    const { switchOn, reason } = planned.slot;
    const takesRoom = planned.status === "ready" || planned.status === "review";
    return { row, days: allowedDays(row, policy), switchOn, reason, takesRoom };
  });
}

function byDay(all: readonly Judged[]): ReadonlyMap<number, readonly Judged[]> {
  const days = new Map<number, Judged[]>();
  for (const one of all) {
    if (one.switchOn === undefined || !one.takesRoom) continue;
    days.set(one.switchOn, [...(days.get(one.switchOn) ?? []), one]);
  }
  return days;
}

const customersOf = (there: readonly Judged[]) => new Set(there.map(({ row }) => row.customer));

describe("the days of a whole run", () => {
  it("keep every hard constraint, and are left out only where none is free", { timeout: LONG }, async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf(16), aTightness, async (rows, tightness) => {
        const all = judged(await planOf([aBook("book.csv", rows.map(lineOf))], tightness), rows, tightness);
        const { subscriptions = Infinity, customers = Infinity } = tightness;
        const days = byDay(all);

        for (const [day, there] of days) {
          expect(isFree(day, rulesOf(tightness))).toBe(true);
          expect(there.length).toBeLessThanOrEqual(subscriptions);
          expect(customersOf(there).size).toBeLessThanOrEqual(customers);
        }
        for (const { row, days: allowed, switchOn, reason } of all) {
          if (switchOn !== undefined) expect(allowed.map(({ day }) => day)).toContain(switchOn);
          else {
            expect(["NO_FREE_DAY", "TERM_ENDS_TOO_SOON"]).toContain(reason);
            const withRoom = allowed.filter(({ day }) => {
              const there = days.get(day) ?? [];
              const called = customersOf(there);
              return there.length < subscriptions && (called.size < customers || called.has(row.customer));
            });
            expect(withRoom).toEqual([]);
          }
        }
      }),
      { numRuns },
    );
  });

  it("do not depend on the order of rows and files", { timeout: LONG }, async () => {
    const shuffled = rowsOf(16).chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray([...rows], { minLength: rows.length }), fc.nat(16)),
    );
    const slots = (plan: Plan) => new Map(plan.subscriptions.map(({ subscription, slot }) => [subscription.key, slot]));
    await fc.assert(
      fc.asyncProperty(shuffled, aTightness, async ([rows, others, cut], tightness) => {
        const one = await planOf([aBook("book.csv", rows.map(lineOf))], tightness);
        const lines = others.map(lineOf);
        const files = [aBook("b.csv", lines.slice(0, cut)), aBook("a.csv", lines.slice(cut))];
        const other = await planOf(files, tightness);

        expect(slots(other)).toEqual(slots(one));
        expect(other.schedule).toEqual(one.schedule);
      }),
      { numRuns },
    );
  });

  it.each([
    ["small books", 30, 0, 1],
    ["books of 250 to 300 subscriptions", 300, 250, 0.04],
  ])("are the best possible where each takes one place: %s", { timeout: LONG }, async (_, most, least, share) => {
    await fc.assert(
      fc.asyncProperty(rowsOf(most, least), fc.nat(30), fc.integer({ min: 1, max: 3 }), async (rows, frozen, limit) => {
        const subscriptions = Math.ceil((limit * most) / 30);
        const tightness = { subscriptions, customers: undefined, frozen, groupDays: 0 };
        const { schedule } = await planOf([aBook("book.csv", rows.map(lineOf))], tightness);
        const windows = rows.map((row) => allowedDays(oracleRow(row), rulesOf(tightness)));
        const [withoutDay, laterTerm, bufferDays, overlap] = bestObjective(windows, subscriptions);
        const { objective } = schedule;

        expect(schedule.isOptimal).toBe(true);
        expect([objective.withoutDay, objective.laterTerm, objective.bufferDays]).toEqual([
          withoutDay,
          laterTerm,
          bufferDays,
        ]);
        expect(Math.abs(objective.overlap - (overlap * 12) / 365 / 100)).toBeLessThan(0.011);
      }),
      { numRuns: Math.max(1, Math.round(numRuns * share)) },
    );
  });

  it("hold no more and cost no more with more capacity, and never fall below their bound", {
    timeout: LONG,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf(20), aTightness, async (rows, tightness) => {
        const more = (limit: number | undefined) => (limit === undefined ? undefined : limit + 1);
        const wider = {
          ...tightness,
          subscriptions: more(tightness.subscriptions),
          customers: more(tightness.customers),
        };
        const [before, after] = await Promise.all(
          [tightness, wider].map(
            async (limits) => (await planOf([aBook("book.csv", rows.map(lineOf))], limits)).schedule,
          ),
        );
        if (before === undefined || after === undefined) throw new Error("No schedule.");

        for (const { objective, bound } of [before, after])
          expect(compared(objective, bound)).toBeGreaterThanOrEqual(0);
        // With groups, what a day takes decides who is in one; without proof of the optimum nothing is to be compared.
        if (tightness.groupDays > 0 || !before.isOptimal || !after.isOptimal) return;
        expect(compared(after.objective, before.objective)).toBeLessThanOrEqual(0);
      }),
      { numRuns },
    );
  });
});

/** Below zero: the first is better. Sums of cents are rounded. */
function compared(one: Plan["schedule"]["objective"], other: Plan["schedule"]["objective"]): number {
  for (const level of ["withoutDay", "laterTerm", "bufferDays", "overlap"] as const) {
    if (Math.abs(one[level] - other[level]) > 0.011) return one[level] - other[level];
  }
  return 0;
}
