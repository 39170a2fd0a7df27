import { describe, expect, it } from "vitest";
import { proposedFormat } from "../../src/ingest/propose-format.ts";
import { recogniseFile } from "../../src/ingest/recognise.ts";
import type { FormatEntry } from "../../src/model/configuration.ts";
import { describeBook, fixture, ingestAll } from "./support.ts";

/** A portal's export that was written after the readers, and to which none of them was fitted. */
const EXPORT = "untuned/informe.csv";

const CONFIGURED: FormatEntry = {
  id: "nubes-del-sur",
  title: "Nubes del Sur, informe de suscripciones",
  record: "subscription",
  columns: new Map(
    Object.entries({
      customer: "Razón social",
      domain: "Dominio principal",
      country: "País del cliente",
      subscription_id: "Nº de suscripción",
      product_id: "Referencia SKU",
      product_name: "Descripción del producto",
      seats: "Uds.",
      assigned_seats: "Uds. asignadas",
      status: "Estado actual",
      term_end: "Vencimiento",
      auto_renew: "¿Se renueva?",
      term: "Compromiso",
      billing: "Facturación",
      unit_price: "P.V.P. unidad/mes",
    }),
  ),
  dateOrder: undefined,
  decimal: undefined,
  headerRow: undefined,
  fixed: new Map([["currency", "EUR"]]),
  values: new Map(),
  channel: "csp-nce",
};

/** Another one, made last: titles of two cells above the header, a price with three decimals, a word for the price. */
const HOLDINGS = "untuned/holdings.tsv";

describe("a second export that nobody fitted the reader to", () => {
  it("is refused, and its header is found for the proposal", async () => {
    const { format, headerRow, header } = await recogniseFile(fixture(HOLDINGS));

    expect([format, headerRow, header[1]]).toEqual([undefined, 3, "End client"]);
    expect(proposedFormat(header, HOLDINGS, headerRow)).toContain('"headerRow": 3');
  });

  it("is read with what a person adds to the proposal", async () => {
    const columns = new Map(
      Object.entries({
        customer: "End client",
        domain: "Their domain",
        country: "Country",
        product_id: "SKU",
        product_name: "What they have",
        seats: "Held",
        assigned_seats: "In use",
        status: "State",
        term_end: "Paid until",
        auto_renew: "Rolls over?",
        term: "Commitment",
        unit_price: "Each (per month)",
      }),
    );
    const entry: FormatEntry = { ...CONFIGURED, id: "holdings", title: "Licence holdings", columns };

    const book = await ingestAll([fixture(HOLDINGS)], {
      formats: [{ ...entry, fixed: new Map([["currency", "GBP"]]) }],
    });

    await expect(describeBook(book)).toMatchFileSnapshot("../../fixtures/formats/untuned/holdings.expected.txt");
  });
});

describe("an export that nobody fitted the reader to", () => {
  it("is refused as a whole, with every row kept, rather than read by half", async () => {
    const book = await ingestAll([fixture(EXPORT)]);

    expect(book.files[0]?.rows).toMatchObject({ planned: 0, rejected: 5, ignored: 1, read: 6 });
    expect(book.files[0]?.refusal?.wording.code).toBe("FILE_UNKNOWN");
    expect(book.files[0]?.delimiter).toBe(";");
  });

  it("is read with nothing but a configuration", async () => {
    const book = await ingestAll([fixture(EXPORT)], { formats: [CONFIGURED] });

    await expect(describeBook(book)).toMatchFileSnapshot("../../fixtures/formats/untuned/informe.expected.txt");
  });
});
