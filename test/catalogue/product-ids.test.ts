import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldPartNumber, readProductId } from "../../src/catalogue/product-ids.ts";

const GUID = "05e9a617-0261-4cee-bb44-138d3ef5d965";

describe("readProductId", () => {
  it.each([
    ["CFQ7TTC0LCHC:0002", "CFQ7TTC0LCHC:0002"],
    ["CFQ7TTC0LCHC:2", "CFQ7TTC0LCHC:0002"],
    ["CFQ7TTC0LCHC/0002", "CFQ7TTC0LCHC:0002"],
    ["cfq7ttc0lchc:000n", "CFQ7TTC0LCHC:000N"],
    ["CFQ7TTC0LCHC-0002-P1Y-12M", "CFQ7TTC0LCHC:0002"],
    ["P1Y:CFQ7TTC0LCHC:0002:1:", "CFQ7TTC0LCHC:0002"],
    ["  CFQ7TTC0LCHC : 0002 ", "CFQ7TTC0LCHC:0002"],
    ["CFQ7TTC0LCHC_0002_P1M_Monthly", "CFQ7TTC0LCHC:0002"],
    ["CFQ7TTC0LCHC0002", "CFQ7TTC0LCHC:0002"],
    ["CFQ7TTC0LH3J:F", "CFQ7TTC0LH3J:000F"],
    ["CFQ7TTC0LF8R/1", "CFQ7TTC0LF8R:0001"],
    ["CFQ7TTC0LF8R_0001", "CFQ7TTC0LF8R:0001"],
    ["CFQ7TTC0LF8R:1.0", "CFQ7TTC0LF8R:0001"],
    ["CFQ7TTC0LF8R%3A0001", "CFQ7TTC0LF8R:0001"],
    ["cfq7ttc0lf8r%3a0001%20", "CFQ7TTC0LF8R:0001"],
    ["CFQ7TTC0LF8R0001P1Y", "CFQ7TTC0LF8R:0001"],
    ["CFQ7TTC0LF8R:0001|P1Y|Annual", "CFQ7TTC0LF8R:0001"],
    ["MS-0A-CFQ7TTC0LF8R:0001-C12-M", "CFQ7TTC0LF8R:0001"],
    ['"CFQ7TTC0LF8R:0001"', "CFQ7TTC0LF8R:0001"],
    ["'CFQ7TTC0LF8R:0001", "CFQ7TTC0LF8R:0001"],
  ])("reads %j as %s", (text, productSku) => {
    expect(readProductId(text)).toEqual({ kind: "productSku", productSku, availability: "" });
  });

  it("keeps the availability id apart", () => {
    expect(readProductId("CFQ7TTC0LCHC:0002:CFQ7TTC0KFFN")).toEqual({
      kind: "productSku",
      productSku: "CFQ7TTC0LCHC:0002",
      availability: "CFQ7TTC0KFFN",
    });
  });

  it.each(["CFQ7TTC0LCHC", "CFQ7TTC0LCHC-P1Y", "P1Y:CFQ7TTC0LCHC:", "CFQ7TTC0LCHC:00002"])(
    "takes no term, blank or longer word for a SkuId: %j",
    (text) => {
      expect(readProductId(text)).toEqual({ kind: "productOnly", productId: "CFQ7TTC0LCHC" });
    },
  );

  it.each([
    GUID,
    GUID.toUpperCase(),
    `{${GUID.toUpperCase()}}`,
    `(${GUID})`,
    `"${GUID}"`,
    `'${GUID}`,
    `"{${GUID}}"`,
    `${GUID}%20`,
    GUID.replaceAll("-", ""),
    ` ${GUID} `,
    `contoso:${GUID}`,
    `48a80680-7326-48cd-9935-b556b81d3a4e_${GUID}`,
  ])("reads the GUID in %j", (text) => {
    expect(readProductId(text)).toEqual({ kind: "guid", guid: GUID });
  });

  it.each(["CFQ7TTC0LCHC:1E+10", "CFQ7TTC0LCHC:1,0E+05"])(
    "takes a number of a spreadsheet for no SkuId: %j",
    (text) => {
      expect(readProductId(text)).toEqual({ kind: "productOnly", productId: "CFQ7TTC0LCHC" });
    },
  );

  it.each(["1E+10", "6.0E+15", "1,23E+12", "05e9a617-0261-4cee-bb44", `${GUID}9`])("reads no GUID in %j", (text) => {
    expect(readProductId(text).kind).toBe("partNumber");
  });

  it.each(["MS-AZR-0145P", "ms-azr-0146p", "DZH318Z0BPS6:0001"])("knows %j as Azure", (text) => {
    expect(readProductId(text)).toEqual({ kind: "azure" });
  });

  it.each([
    ["contoso:ENTERPRISEPACK", "enterprisepack"],
    ["reseller-account:SPE_E3", "spe_e3"],
    [" SPB\t", "spb"],
    ["O365_w/o\u00a0Teams\u00a0Bundle_M3", "o365_w/oteamsbundle_m3"],
    ["O365_w/o Teams Bundle_M3", "o365_w/oteamsbundle_m3"],
    ["STANDARDPACK", "standardpack"],
    ["CFQ7TTC0LCH", "cfq7ttc0lch"],
    ["", ""],
  ])("reads %j as the part number %j", (text, partNumber) => {
    expect(readProductId(text)).toEqual({ kind: "partNumber", partNumber });
  });

  it("tells MCOPSTN5 from MCOPSTN_5", () => {
    expect(foldPartNumber("MCOPSTN5")).not.toBe(foldPartNumber("MCOPSTN_5"));
  });

  it("reads what it has read the same again", () => {
    const anId = fc.stringMatching(/^CFQ7TTC0[0-9A-Z]{4}[:/_ -]{1,2}[0-9A-Z]{1,4}$/);

    fc.assert(
      fc.property(anId, (text) => {
        const once = readProductId(text);

        expect(readProductId(once.kind === "productSku" ? once.productSku : text)).toEqual(once);
      }),
    );
  });
});
