/**
 * Times the schedule alone over sizes, against a peer in the same run. Time per n log n should not rise with the size.
 *
 *   npm run bench:schedule -- [sizes]      default 10000 30000 100000 300000 1000000
 */
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "tsdown";

const here = path.dirname(fileURLToPath(import.meta.url));
// Inside the project, so that its packages are found.
const outDir = path.join(here, "../../dist-bench");
const sizes = process.argv.length > 2 ? process.argv.slice(2) : ["10000", "30000", "100000", "300000", "1000000"];

try {
  await build({
    config: false,
    entry: [path.join(here, "schedule-sizes.ts")],
    outDir,
    platform: "node",
    dts: false,
    logLevel: "warn",
  });
  spawnSync(process.execPath, ["--max-old-space-size=12000", path.join(outDir, "schedule-sizes.mjs"), ...sizes], {
    stdio: "inherit",
  });
} finally {
  rmSync(outDir, { recursive: true, force: true });
}
