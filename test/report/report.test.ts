import { expect, it } from "vitest";
import { outputsOf } from "../../src/report/report.ts";
import { aPlan, aRejectedRow, manyPlannedSubscriptions } from "../support/a-plan.ts";
import { aTextSink } from "../support/text-sink.ts";

const plan = aPlan({ subscriptions: manyPlannedSubscriptions(12), rejected: [aRejectedRow()] });

it("gives every file of the plan but its manifest, with the number of its rows", async () => {
  const written: [string, number | undefined][] = [];
  for (const output of outputsOf(plan)) {
    const { rows } = await output.write(aTextSink());
    written.push([output.name, rows]);
  }

  expect(written).toEqual([
    ["plan.csv", 12],
    ["customers.csv", 3],
    ["mapping.csv", 1],
    ["findings.csv", 6],
    ["rejected.csv", 1],
    ["report.html", undefined],
    ["transfer-plan.xlsx", 12],
  ]);
});

it("writes the same CSV text twice", async () => {
  const texts = async () => {
    const sinks = outputsOf(plan)
      .filter((output) => output.name.endsWith(".csv"))
      .map(async (output) => {
        const sink = aTextSink();
        await output.write(sink);
        return sink.text();
      });
    return Promise.all(sinks);
  };

  expect(await texts()).toEqual(await texts());
});
