import { foldName } from "../../names.ts";
import { foldPartNumber } from "../../product-ids.ts";
import type { OfferStatement } from "../../statement.ts";
import type { CatalogueKind, CatalogueRow } from "../catalogue-kind.ts";
import { guidOf, isTrialText, segmentOf } from "../cells.ts";

/** Nearly every product has it, and no user notices. */
const EXCHANGE_FOUNDATION = "113feb6c-3fe4-4440-bddc-54d774bf0318";

/** Microsoft's "Product names and service plan identifiers for licensing" (DOMAIN.md 8.1): a row a product and service plan. */
export const productNames: CatalogueKind = {
  id: "product-names",
  title: "Microsoft's product names and service plans",
  columns: {
    Name: ["Product_Display_Name", "Product name"],
    PartNumber: ["String_Id", "String ID"],
    SkuId: ["GUID"],
    PlanId: ["Service_Plan_Id", "Service Plan Id"],
    PlanName: ["Service_Plans_Included_Friendly_Names", "Service plans included (friendly names)"],
    PlanPartNumber: ["Service_Plan_Name", "Service Plan Name"],
  },
  needs: [["Name"], ["PartNumber"], ["SkuId"]],
  dates: [],
  read(rows) {
    const products = new Map<string, Product>();
    const planNames = new Map<string, Map<string, number>>();
    let before: Product | undefined;
    for (const row of rows) {
      const product: Product | undefined =
        before !== undefined && row.repeats(SUBJECT) ? before : productOf(row, products);
      before = product;
      if (product === undefined) continue;
      if (row.text("PlanId") === "") continue;
      const planId = guidOf(row, "PlanId");
      if (planId === undefined || planId === EXCHANGE_FOUNDATION) continue;
      product.plans.add(planId);
      count(planNames, planId, row.text("PlanName") || row.text("PlanPartNumber"));
    }
    const nameOf = new Map([...planNames].map(([planId, uses]) => [planId, commonest(uses)]));
    const shared = sharedNames(products.values());
    return {
      offers: [...products.values()].map((product) => ({
        ...statementOf(product, nameOf),
        ...(shared.has(foldName(product.name)) ? { sharesName: true } : {}),
      })),
    };
  },
};

/** Columns that say which product a row is about; a product has dozens of rows, one below the other. */
const SUBJECT = ["Name", "PartNumber", "SkuId"];

interface Product {
  readonly skuId: string;
  readonly name: string;
  /** As written, by the form that look-ups compare. */
  readonly partNumbers: Map<string, string>;
  readonly plans: Set<string>;
}

function productOf(row: CatalogueRow, products: Map<string, Product>): Product | undefined {
  const skuId = guidOf(row, "SkuId");
  if (skuId === undefined) return undefined;
  const product = products.get(skuId) ?? { skuId, name: row.text("Name"), partNumbers: new Map(), plans: new Set() };
  products.set(skuId, product);
  const partNumber = row.text("PartNumber");
  if (partNumber !== "") product.partNumbers.set(foldPartNumber(partNumber), partNumber);
  return product;
}

function sharedNames(products: Iterable<Product>): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { name } of products) {
    const folded = foldName(name);
    if (seen.has(folded)) shared.add(folded);
    seen.add(folded);
  }
  return shared;
}

function count(planNames: Map<string, Map<string, number>>, planId: string, name: string): void {
  const uses = planNames.get(planId) ?? new Map<string, number>();
  planNames.set(planId, uses);
  uses.set(name, (uses.get(name) ?? 0) + 1);
}

/** The list has many a service under an older name, in capitals or cut short in some products, and mixed up in a few. */
function commonest(uses: ReadonlyMap<string, number>): string {
  const inCapitals = (name: string) => Number(name === name.toUpperCase());
  const [best] = [...uses].sort(
    ([a, one], [b, other]) => other - one || inCapitals(a) - inCapitals(b) || (a < b ? -1 : 1),
  );
  return best?.[0] ?? "";
}

function statementOf(
  { skuId, name, partNumbers, plans }: Product,
  planNameOf: ReadonlyMap<string, string>,
): OfferStatement {
  return {
    about: { space: "skuId", id: skuId },
    segment: segmentOf(name),
    name,
    isSaleName: false,
    skuIds: [skuId],
    skuPartNumbers: [...partNumbers.values()],
    ...(isTrialText(name) ? { isTrial: true } : {}),
    servicePlans: new Map([...plans].map((planId) => [planId, planNameOf.get(planId) ?? planId])),
  };
}
