import type { InputFile } from "../../src/model/input-file.ts";

/** A file in memory, as the program is given it, that arrives in chunks of `chunkBytes`. */
export function aFile(label: string, content: string | Uint8Array, chunkBytes = 65_536): InputFile {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return {
    label,
    matchPath: label,
    bytes: bytes.length,
    async *open() {
      for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
    },
  };
}
