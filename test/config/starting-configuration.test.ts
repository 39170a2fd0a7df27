import { expect, it } from "vitest";
import { configurationFor, readConfiguration } from "../../src/config/read-configuration.ts";
import { STARTING_CONFIGURATION } from "../../src/config/starting-configuration.ts";

it("changes nothing as it stands: its values are the defaults", async () => {
  expect(await readConfiguration(STARTING_CONFIGURATION, "init")).toEqual(configurationFor(undefined));
});

it("has an example for every list, each of which holds when its slashes are taken away", async () => {
  const filledIn = STARTING_CONFIGURATION.replace(/^( *)\/\/ (?=[{"])/gm, "$1");

  const { partners, files, formats, catalogueFiles, policy } = await readConfiguration(filledIn, "init");

  for (const list of [partners, files, formats, catalogueFiles, policy.freezes]) expect(list).not.toEqual([]);
  expect(policy.capacityPerDay).toEqual({ subscriptions: 200, customers: 25 });
});
