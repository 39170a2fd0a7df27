import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const OFFICE = "soffice";

/** Tests that need LibreOffice are left out where it is not installed, and never where the checks run for everybody. */
export const isOfficeInstalled = spawnSync(OFFICE, ["--version"]).status === 0;

/** The workbook as LibreOffice saves it. */
export function savedByOffice(bytes: Buffer): Buffer {
  const folder = mkdtempSync(path.join(tmpdir(), "workbook-"));
  try {
    const file = path.join(folder, "plan.xlsx");
    writeFileSync(file, bytes);
    const profile = `-env:UserInstallation=file://${path.join(folder, "profile")}`;
    const out = path.join(folder, "out");
    execFileSync(OFFICE, [profile, "--headless", "--convert-to", "xlsx", "--outdir", out, file], { stdio: "ignore" });
    return readFileSync(path.join(out, "plan.xlsx"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
