import { mappingKey } from "../../mapping-key.ts";
import type { OwnMapping } from "../../own-mapping.ts";
import type { CatalogueKind } from "../catalogue-kind.ts";

/** A person's own list: this product becomes that offer. Also as CloudBlue writes it. */
export const mapping: CatalogueKind = {
  id: "mapping",
  title: "own mappings: source, target, note",
  columns: {
    source: ["source", "CspOfferId"],
    target: ["target", "NceProductIdSkuId"],
    note: ["note", "comment"],
  },
  needs: [["source"], ["target"]],
  dates: [],
  read(rows) {
    const mappings = new Map<string, OwnMapping>();
    for (const row of rows) {
      const source = row.text("source");
      const targets = targetsOf(row.text("target"));
      if (source === "") row.problem("source", "an id or a name of a product", "fill it in; this row is not used");
      else if (targets.length === 0)
        row.problem("target", "a ProductId:SkuId or the name of an offer", "fill it in; this row is not used");
      if (source === "" || targets.length === 0) continue;
      const key = mappingKey(source);
      const known = mappings.get(key);
      if (known === undefined) {
        const targetColumn = row.header("target");
        mappings.set(key, {
          source,
          targets,
          note: row.text("note"),
          place: row.place,
          targetColumn,
          contradiction: "",
        });
      } else if (!hasSameTargets(known, targets)) {
        const other = `the target "${known.targets.join(" + ")}" that ${known.place} gives for "${source}"`;
        row.problem("target", other, "keep one of the two rows; the first is used");
      }
    }
    return { mappings: [...mappings.values()] };
  },
};

function hasSameTargets(known: OwnMapping, targets: readonly string[]): boolean {
  return known.targets.map(mappingKey).join(" + ") === targets.map(mappingKey).join(" + ");
}

/** Names may hold a plus sign; between two offers it stands with a space on either side. */
function targetsOf(text: string): readonly string[] {
  return text
    .split(/\s+\+\s+/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
