import type { Policy } from "../../src/model/policy.ts";
import type { Surveyed } from "../../src/model/survey.ts";
import { scheduler } from "../../src/schedule/schedule.ts";
import { aFreeze, partners } from "../schedule/a-surveyed.ts";
import { aPolicy } from "../support/a-slot.ts";
import { schedulingRequests, today } from "./scheduling-requests.ts";

/** Days of a year on which the made-up team works, roughly: a day takes what makes all of them full. */
const DAYS = 230;

/** Times the schedule of books of rising size under tight capacity, beside a sort and one walk of the same requests. */
for (const size of process.argv.slice(2).map(Number)) {
  const book = schedulingRequests(size);
  const policy = aPolicy({
    freezes: [aFreeze("2026-12-18", "2027-01-05"), aFreeze("2027-03-22", "2027-04-02")],
    capacityPerDay: { subscriptions: Math.ceil(size / DAYS), customers: undefined },
  });
  const [peer] = timed(() => greedy(book, policy));
  const [choosing, { quality, written }] = timed(() =>
    scheduler(book, { policy, today, partners, rulings: [] })({ mustBuy: new Set<number>() }),
  );
  const [writing] = timed(written);
  const ours = choosing + writing;
  const perStep = (ours / (size * Math.log2(size))) * 1e6;
  console.log(
    `${size} requests: ${choosing.toFixed(2)} s of CPU to choose days, ${writing.toFixed(2)} s to write reasons, ${perStep.toFixed(2)} µs per n log n, ratio to the peer ${(ours / peer).toFixed(1)}; ` +
      `${quality.objective.withoutDay} without a day (bound ${quality.bound.withoutDay}), optimal: ${quality.isOptimal}`,
  );
}

function timed<T>(work: () => T): readonly [number, T] {
  const before = process.cpuUsage();
  const result = work();
  return [process.cpuUsage(before).user / 1e6, result];
}

/** The peer: the soonest term end first, each on the last day before it that has room; calendar and costs do not count. */
function greedy(book: readonly Surveyed[], { capacityPerDay, bufferDays }: Policy): number {
  const most = capacityPerDay.subscriptions ?? Infinity;
  const ends = book.map(({ subscription }) => subscription.termEnd ?? today).sort((a, b) => a - b);
  const load = new Map<number, number>();
  let held = 0;
  for (const end of ends) {
    let day = end - bufferDays;
    while (day >= today && (load.get(day) ?? 0) >= most) day -= 1;
    if (day < today) held += 1;
    else load.set(day, (load.get(day) ?? 0) + 1);
  }
  return held;
}
