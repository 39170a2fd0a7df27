import { partOf } from "./unzip.ts";

/** The sheets of a workbook in order, each with its XML. */
export function sheetParts(bytes: Buffer): ReadonlyMap<string, string> {
  const names = [...partOf(bytes, "xl/workbook.xml").matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(
    (match) => match[1] ?? "",
  );
  return new Map(names.map((name, index) => [name, partOf(bytes, `xl/worksheets/sheet${index + 1}.xml`)]));
}

/** What a name of the workbook refers to on each sheet, without the sheet and the dollars: "A1:F20". */
export function namedRanges(bytes: Buffer, name: string): ReadonlyMap<string, string> {
  const tag = new RegExp(`<definedName name="${name}"[^>]*>([^<]*)</definedName>`, "g");
  return new Map(
    [...partOf(bytes, "xl/workbook.xml").matchAll(tag)].map(([, target = ""]) => {
      const [, sheet = "", range = ""] = /^&apos;(.*?)&apos;!(.*)$/.exec(target) ?? [];
      return [sheet, range.replaceAll("$", "")];
    }),
  );
}
