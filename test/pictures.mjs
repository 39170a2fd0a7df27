/**
 * Draws the pictures of the README again: the first page of Summary, Plan and Calendar of the sample's workbook.
 * Needs LibreOffice (soffice) and poppler (pdftotext, pdftoppm).
 *
 *   npm run pictures
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const SHEETS = ["Summary", "Plan", "Calendar"];
const RESOLUTION = "85";
const project = path.dirname(import.meta.dirname);
const pictures = path.join(project, "fixtures/pictures");
const folder = mkdtempSync(path.join(tmpdir(), "pictures-"));
const run = (program, words) => execFileSync(program, words, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });

try {
  const sample = path.join(project, "fixtures/sample");
  const plan = path.join(folder, "plan");
  run(process.execPath, [
    path.join(project, "dist/main.js"),
    "plan",
    sample,
    "--config",
    path.join(sample, "transfer-planner.json"),
    "--as-of",
    "2026-12-01",
    "--out",
    plan,
    "--quiet",
  ]);
  const profile = `-env:UserInstallation=file://${path.join(folder, "profile")}`;
  run("soffice", [
    profile,
    "--headless",
    "--convert-to",
    "pdf",
    "--outdir",
    folder,
    path.join(plan, "transfer-plan.xlsx"),
  ]);
  const pdf = path.join(folder, "transfer-plan.pdf");
  // The footer of each page names its sheet; a form feed ends a page.
  const pages = run("pdftotext", ["-layout", pdf, "-"]).split("\f");
  mkdirSync(pictures, { recursive: true });
  for (const sheet of SHEETS) {
    const page = String(
      pages.findIndex((text) => text.trimEnd().split("\n").at(-1)?.trim().startsWith(`${sheet} `)) + 1,
    );
    const picture = path.join(pictures, sheet.toLowerCase());
    run("pdftoppm", ["-r", RESOLUTION, "-f", page, "-l", page, "-singlefile", "-png", pdf, picture]);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
