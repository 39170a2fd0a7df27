import type { Catalogue, CatalogueOffer } from "../../catalogue/catalogue.ts";
import { describeOffer, SALE_WORDS } from "../../catalogue/describe-offer.ts";
import { nearOffers } from "../../catalogue/near-offers.ts";
import { readProductId } from "../../catalogue/product-ids.ts";
import { offersWithId, searchOffers } from "../../catalogue/search.ts";
import { isoDate } from "../../model/plain-date.ts";
import { configurationOption } from "../configuration-option.ts";
import { configuredCatalogue } from "../configured-catalogue.ts";
import { readCatalogueFiles } from "../read-catalogue-files.ts";
import { printable, type Terminal } from "../terminal.ts";

/**
 * `catalogue [search words | id]`: the sources with their dates; everything known of the offers with an id; or the offers that
 * words find, the likeliest first. Exit code 2 where nothing is found.
 */
export async function catalogueCommand(
  words: readonly string[],
  options: { readonly config?: string },
  terminal: Terminal,
): Promise<number> {
  const { configuration, folder } = await configurationOption(options, terminal);
  const { catalogue, files, problems } = await configuredCatalogue(
    readCatalogueFiles(configuration.catalogueFiles, folder),
  );
  for (const problem of problems) terminal.err(`${printable(problem)}\n`);
  const text = words.join(" ").trim();
  if (text === "") {
    const about = new Map(files.map(({ sha256, rows, kind }) => [sha256, `${rows} rows, ${kind}`]));
    for (const source of catalogue.sources) {
      const count = about.get(source.sha256) ?? "";
      terminal.out(`${printable(source.name)}  ${source.date || "no date"}  ${count}\n`);
    }
    terminal.out(`${countsText(catalogue)}\n`);
    return 0;
  }
  const known = offersWithId(text, catalogue);
  const found = known.length > 0 ? known : searchOffers(text, catalogue);
  const [only] = found;
  if (known.length > 0 || (only !== undefined && found.length === 1)) {
    tellOffers(found, catalogue, terminal);
    return 0;
  }
  if (found.length > 0) {
    tellList(found, terminal);
    return 0;
  }
  const near = nearOffers(text, catalogue);
  terminal.err(`"${printable(text)}": ${notFound(text, near.length > 0)}\n`);
  for (const offer of near) terminal.err(`${listLine(offer)}\n`);
  return 2;
}

/** An id that is not known stands in one of the lists that only a partner can get. */
function notFound(text: string, isNear: boolean): string {
  const nothing = "no offer has this id, or these words in its name or ids.";
  switch (readProductId(text).kind) {
    case "productSku":
    case "productOnly":
      return `no offer known has this id. The NCE offer matrix or price list tells it: name it under "catalogue" in the configuration.${isNear ? " Other SKUs of the product:" : ""}`;
    case "guid":
      return `no offer known has this id. A legacy offer id stands in the legacy price list, a skuId in Microsoft's product names: name the file under "catalogue" in the configuration. The id of a subscription is in no list.`;
    case "azure":
      return "Azure is billed by use and not planned here.";
    default:
      return isNear ? `${nothing} Names that come near:` : `${nothing} No name comes near.`;
  }
}

function countsText({ offers }: Catalogue): string {
  const count = (has: (offer: CatalogueOffer) => boolean) => offers.filter(has).length;
  const parts = [
    `${count(({ productSku }) => productSku !== "")} with a ProductId:SkuId`,
    `${count(({ legacyOfferIds }) => legacyOfferIds.length > 0)} with a legacy offer id`,
    `${count(({ skuIds }) => skuIds.length > 0)} with a tenant's skuId`,
    `${count(({ prices }) => prices !== undefined)} with a price`,
  ];
  return `${offers.length} offers: ${parts.join(", ")}`;
}

function tellList(offers: readonly CatalogueOffer[], terminal: Terminal): void {
  for (const offer of offers) terminal.out(`${listLine(offer)}\n`);
  terminal.err(
    `${offers.length} offers. The first word of a line, or any of its ids, shows all that is known of it.\n`,
  );
}

function listLine(offer: CatalogueOffer): string {
  const ids = [offer.productSku, offer.skuPartNumbers[0] ?? ""].filter((id) => id !== "").join("  ");
  const marks = [offer.segment, offer.isTrial ? "trial" : "", offer.isAddOn ? "add-on" : "", goneText(offer)];
  const kind = marks.filter((mark) => mark !== "").join(", ");
  return printable(`${offer.id}  ${offer.name}  (${kind})  ${ids}`).trimEnd();
}

/** What holds until further notice, somewhere at least; the offer's own page has the countries. */
function goneText({ saleFacts }: CatalogueOffer): string {
  const fact = saleFacts.find(({ decides, until }) => decides && until === undefined);
  if (fact === undefined) return "";
  return `${SALE_WORDS[fact.status]}${fact.from === undefined ? "" : ` from ${isoDate(fact.from)}`}`;
}

/** Longer ones are listed at the end, once each. */
const LONGEST_BESIDE = 60;

function tellOffers(offers: readonly CatalogueOffer[], catalogue: Catalogue, terminal: Terminal): void {
  const sources: string[] = [];
  const numberOf = (source: string): number => {
    if (!sources.includes(source)) sources.push(source);
    return sources.indexOf(source) + 1;
  };
  const besides = (from: string): string => {
    if (from === "") return "";
    return `  [${from.length <= LONGEST_BESIDE ? from : numberOf(from)}]`;
  };
  const tell = (fact: string, value: string) => terminal.out(`  ${fact.padEnd(FACT_WIDTH)}${printable(value)}\n`);
  for (const offer of offers) {
    terminal.out(`${printable(offer.id)}\n`);
    const lines = describeOffer(offer, catalogue);
    for (const { fact, value, from } of lines) if (fact !== "source") tell(fact, `${value}${besides(from)}`);
    tellMapping(offer, catalogue, tell);
    const more = lines.filter(({ fact }) => fact === "source").map(({ value }) => `[${numberOf(value)}]`);
    tell("sources", more.join(" "));
    terminal.out("\n");
  }
  for (const source of sources) terminal.out(`[${numberOf(source)}] ${printable(source)}\n`);
}

function tellMapping(offer: CatalogueOffer, catalogue: Catalogue, tell: (fact: string, value: string) => void): void {
  const mapping = catalogue.mappingOf({
    ids: [offer.productSku, ...offer.legacyOfferIds, ...offer.skuIds, ...offer.skuPartNumbers].filter(
      (id) => id !== "",
    ),
    name: offer.name,
  });
  if (mapping === undefined) return;
  const notes = [mapping.place, mapping.note, mapping.contradiction].filter((part) => part !== "").join("; ");
  tell("own mapping", `${mapping.targets.join(" + ")}  [${notes}]`);
}

const FACT_WIDTH = 18;
