import type { FileEntry } from "../../model/configuration.ts";

/** The first `files` entry whose pattern matches one of a file's paths. */
export function entryFor(entries: readonly FileEntry[], paths: readonly string[]): FileEntry | undefined {
  return entries.find(({ match }) => {
    const pattern = globPattern(match);
    return paths.some((path) => pattern.test(path));
  });
}

/** `*` and `?` stay inside a folder, `**` crosses folders; everything else is itself. */
function globPattern(glob: string): RegExp {
  const normal = glob.replaceAll("\\", "/").replace(/^(\.\/)+/, "");
  const source = normal.replaceAll(/\*\*\/|\*\*|\*|\?|[^*?]+/g, (part) => {
    if (part === "**/") return "(?:.*/)?";
    if (part === "**") return ".*";
    if (part === "*") return "[^/]*";
    if (part === "?") return "[^/]";
    return part.replaceAll(/[.+^${}()|[\]\\]/g, "\\$&");
  });
  return new RegExp(`^${source}$`, "u");
}
