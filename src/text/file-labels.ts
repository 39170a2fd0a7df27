import path from "node:path";

interface LabelledFile {
  readonly path: string;
  readonly label: string;
}

/** The folders that a labelled file lies in, outermost first. */
export function foldersAbove(file: string): readonly string[] {
  const parts = slashes(file).split("/").slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}

/** Each file's label, in the order of the files, made longer by parent folders until no two are equal. */
export function distinctLabels(files: readonly LabelledFile[]): readonly string[] {
  const depths = files.map(() => 0);
  const labelOf = (file: LabelledFile, depth: number) => {
    if (depth === 0) return file.label;
    const parts = slashes(file.path)
      .split("/")
      .filter((part) => part !== "");
    return parts.slice(-(file.label.split("/").length + depth)).join("/");
  };
  for (let round = 0; round < 64; round += 1) {
    const labels = files.map((file, index) => labelOf(file, depths[index] ?? 0));
    const counts = new Map<string, number>();
    for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
    if (counts.size === files.length) return labels;
    labels.forEach((label, index) => {
      if ((counts.get(label) ?? 0) > 1) depths[index] = (depths[index] ?? 0) + 1;
    });
  }
  return files.map((file) => slashes(file.path));
}

/** A path as it stands in outputs: with `/` on every system. */
export function slashes(file: string): string {
  return path.sep === "\\" ? file.replaceAll("\\", "/") : file;
}
