import ExcelJS from "exceljs";
import { partOf, unzip } from "./unzip.ts";

/** What a person types: into the row of a key, below a header. */
export interface Typing {
  readonly sheet: string;
  readonly key: string;
  readonly header: string;
  /** A number is written as a number, so also a day's serial number. */
  readonly value: string | number;
}

/** The workbook with these cells typed, by editing its XML: no library that also wrote it has a say. */
export async function typedInto(bytes: Buffer, typings: readonly Typing[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  const parts = new Map([...unzip(bytes)].map(([name, { text }]) => [name, text]));
  const sheets = partsOfSheets(bytes);
  for (const { sheet, key, header, value } of typings) {
    const part = `xl/${sheets.get(sheet)}`;
    const address = addressOf(workbook, sheet, key, header);
    const cell = new RegExp(`<c r="${address}"([^>]*?)(?:/>|>.*?</c>)`, "s");
    const xml = parts.get(part) ?? "";
    if (!cell.test(xml)) throw new Error(`No cell ${address} on ${sheet}.`);
    parts.set(
      part,
      xml.replace(cell, (_, attributes: string) => cellXml(address, attributes.replace(/ t="\w+"/, ""), value)),
    );
  }
  return zipped(parts);
}

function cellXml(address: string, attributes: string, value: string | number): string {
  if (typeof value === "number") return `<c r="${address}"${attributes}><v>${value}</v></c>`;
  const text = value.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<c r="${address}"${attributes} t="inlineStr"><is><t>${text}</t></is></c>`;
}

function addressOf(workbook: ExcelJS.Workbook, sheetName: string, key: string, header: string): string {
  const sheet = workbook.getWorksheet(sheetName);
  let address = "";
  sheet?.getRow(1).eachCell((cell, column) => {
    if (String(cell.value).toLowerCase() !== header.toLowerCase()) return;
    sheet.getColumn(1).eachCell((keyCell, row) => {
      if (keyCell.value === key) address = sheet.getCell(row, column).address;
    });
  });
  if (address === "") throw new Error(`No row "${key}" or no column "${header}" on ${sheetName}.`);
  return address;
}

function partsOfSheets(bytes: Buffer): ReadonlyMap<string, string> {
  const targets = new Map(
    [...partOf(bytes, "xl/_rels/workbook.xml.rels").matchAll(/<Relationship [^>]*>/g)].map(([tag]) => [
      /Id="([^"]+)"/.exec(tag)?.[1],
      /Target="([^"]+)"/.exec(tag)?.[1] ?? "",
    ]),
  );
  return new Map(
    [...partOf(bytes, "xl/workbook.xml").matchAll(/<sheet [^>]*>/g)].map(([tag]) => [
      /name="([^"]+)"/.exec(tag)?.[1] ?? "",
      targets.get(/r:id="([^"]+)"/.exec(tag)?.[1]) ?? "",
    ]),
  );
}

/** A zip of stored texts. */
export function zipped(parts: ReadonlyMap<string, string>): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of parts) {
    const content = Buffer.from(text);
    const nameBytes = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(content.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), common, nameBytes, content]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), common, tail, nameBytes]));
    files.push(local);
    offset += local.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, entries, end]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
