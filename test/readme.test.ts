import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { formats } from "../src/ingest/formats/index.ts";
import { legend } from "../src/legend.ts";

const README = fileURLToPath(new URL("../README.md", import.meta.url));

/** The README with its generated tables made anew; `npx vitest run test/readme.test.ts -u` writes them. */
function regenerated(readme: string): string {
  const findings = legend.map(
    (wording) => `| \`${wording.code}\` | ${wording.severity} | ${cell(wording.title)} | ${cell(wording.remedy)} |`,
  );
  const known = formats.map((format) => `| \`${format.id}\` | ${format.record} | ${cell(format.title)} |`);
  return [
    { marker: "findings", lines: ["| code | severity | means | what to do |", "|---|---|---|---|", ...findings] },
    { marker: "formats", lines: ["| id | record | export |", "|---|---|---|", ...known] },
  ].reduce(
    (text, { marker, lines }) =>
      text.replace(
        new RegExp(`<!-- ${marker} -->[^]*<!-- /${marker} -->`),
        () => `<!-- ${marker} -->\n${lines.join("\n")}\n<!-- /${marker} -->`,
      ),
    readme,
  );
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}

it("README tables are printed from the program's own words", async () => {
  const readme = readFileSync(README, "utf8");

  await expect(regenerated(readme)).toMatchFileSnapshot(README);
});

it("README has a place for each generated table", () => {
  const readme = readFileSync(README, "utf8");

  for (const marker of ["findings", "formats"]) expect(readme).toContain(`<!-- ${marker} -->`);
});
