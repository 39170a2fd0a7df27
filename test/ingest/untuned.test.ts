import { describe, expect, it } from "vitest";
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
