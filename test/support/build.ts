import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Builds the program once before the tests, so that the end-to-end tests run what the source says and not an older build. */
export function setup(): void {
  execFileSync("npm", ["run", "build", "--silent"], {
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
    stdio: "inherit",
  });
}
