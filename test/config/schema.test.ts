import { expect, it } from "vitest";
import { z } from "zod";
import { ConfigurationFile } from "../../src/config/schema.ts";

it("publishes for editors the schema that it checks", async () => {
  const published = `${JSON.stringify(z.toJSONSchema(ConfigurationFile), null, 2)}\n`;

  await expect(published).toMatchFileSnapshot("../../src/config/transfer-planner.schema.json");
});
