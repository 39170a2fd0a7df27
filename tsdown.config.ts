import { defineConfig } from "tsdown";

/** A large table is read several times as fast as JSON text than as JavaScript. */
const tablesAsText = {
  name: "tables-as-text",
  transform(code: string, id: string) {
    if (!id.endsWith(".json")) return null;
    const text = JSON.stringify(JSON.stringify(JSON.parse(code)));
    return { code: `export default JSON.parse(${text});`, moduleType: "js" as const };
  },
};

export default defineConfig({
  entry: { main: "src/cli/main.ts", "catalogue-worker": "src/cli/catalogue-worker.ts" },
  format: "esm",
  platform: "node",
  target: "node20",
  outDir: "dist",
  outExtensions: () => ({ js: ".js" }),
  dts: false,
  clean: true,
  sourcemap: false,
  plugins: [tablesAsText],
});
