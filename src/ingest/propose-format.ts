import { bindFormat } from "./recognise.ts";
import { templates } from "./templates.ts";

/**
 * An entry of `formats` for a header that no format knows, as JSON with comments: what the template's header synonyms tell
 * is mapped, and what is left for a person to say stands as a comment. `name` is the file's, `headerRow` as Excel counts.
 */
export function proposedFormat(header: readonly string[], name: string, headerRow: number): string {
  const record = recordOf(header);
  const template = templates[record];
  const { indexes, unreadColumns } = bindFormat(template, header);
  const lacking = template.needs.filter((group) => !group.some((column) => indexes.has(column)));
  const free = Object.keys(template.columns).filter(
    (column) => !indexes.has(column) && !lacking.some(([first]) => first === column),
  );
  const inOrder = [...indexes].sort(([, a], [, b]) => a - b);
  return [
    "{",
    `  "id": ${JSON.stringify(idOf(name))},`,
    `  "record": ${JSON.stringify(record)}, // subscription, usage (seats in use) or customer`,
    ...(headerRow > 1 ? [`  "headerRow": ${headerRow},`] : []),
    `  "columns": {`,
    ...inOrder.map(([column, index]) => `    ${JSON.stringify(column)}: ${JSON.stringify(header[index] ?? "")},`),
    ...lacking.map(
      (group) => `    ${JSON.stringify(group[0])}: "", // needed${orElse(group.slice(1))}: its header here`,
    ),
    ...(unreadColumns.length > 0
      ? [`    // Not understood; put one of these before what should be read: ${free.join(", ")}`]
      : []),
    ...unreadColumns.map((column) => `    // "": ${JSON.stringify(column)},`),
    "  }",
    "}",
  ].join("\n");
}

function orElse(others: readonly string[]): string {
  return others.map((column) => `, or ${column}`).join("");
}

/** What the rows seem to be: seats bought, seats in use, or customers and nothing else. */
function recordOf(header: readonly string[]): keyof typeof templates {
  const { indexes } = bindFormat(templates.subscription, header);
  if (indexes.has("seats")) return "subscription";
  if (indexes.has("assigned_seats")) return "usage";
  const isProduct = indexes.has("product_id") || indexes.has("product_name") || indexes.has("sku_id");
  if (isProduct) return "subscription";
  // Whoever sells licences names the customer in every export; a list of customers has little else.
  const list = bindFormat(templates.customer, header);
  const isKnown = list.indexes.has("tenant_id") || list.indexes.has("domain");
  return isKnown && list.unreadColumns.length <= list.indexes.size ? "customer" : "subscription";
}

/** "exports/ACME Portal (3).csv.gz" gives my-acme-portal-3, which is no id of ours. */
function idOf(name: string): string {
  const base = name.replace(/^.*[/\\]/, "").replace(/(\.[a-z]{2,4}){1,2}$/i, "");
  const words = base
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return `my-${words.slice(0, 40).replace(/-$/, "") || "portal"}`;
}
