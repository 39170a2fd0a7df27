import type { FileEntry } from "../../model/configuration.ts";

/** The first `files` entry whose pattern matches one of a file's paths. */
export function entryFor(entries: readonly FileEntry[], paths: readonly string[]): FileEntry | undefined {
  return entries.find(({ match }) => {
    const pattern = globPattern(match);
    return paths.some((path) => pattern.test(path));
  });
}

/**
 * The entry for an export of an earlier run, of which only the name in outputs is known: the end of a path. So patterns
 * may begin with folders that the name does not have; where that lets two entries match, neither is taken.
 */
export function entryForExport(entries: readonly FileEntry[], name: string): FileEntry | undefined {
  const found = entryFor(entries, [name]);
  if (found !== undefined) return found;
  const matching = entries.filter(({ match }) => {
    const parts = match.replaceAll("\\", "/").split("/");
    return parts.some((_, index) => index > 0 && globPattern(parts.slice(index).join("/")).test(name));
  });
  return matching.length === 1 ? matching[0] : undefined;
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
