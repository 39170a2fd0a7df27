import { defineConfig } from "tsdown";

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
});
