import { StringDecoder } from "node:string_decoder";
import { SaxesParser } from "saxes";
import { UnreadableWorkbook } from "./unreadable-workbook.ts";

/** Characters from one tag to the next. Excel holds 32,767 in a cell, and no escape makes more than eight of one. */
const LONGEST_TEXT = 1 << 20;

/** Told what stands in the XML, by names without their prefix. */
export interface XmlVisitor {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(name: string): void;
}

/**
 * Tells `visitor` of one part of a workbook, and yields after each piece of it how many characters it had, so that what was
 * found can be handed on, and what has no end be left.
 * Throws UnreadableWorkbook where no honest part is like that; other trouble with the XML is thrown as the parser has it.
 */
export async function* visitXml(part: AsyncIterable<Uint8Array>, visitor: XmlVisitor): AsyncGenerator<number> {
  // A character may be divided between two pieces.
  const decoder = new StringDecoder("utf8");
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) =>
    visitor.open(withoutPrefix(name), attributes as Record<string, string>),
  );
  parser.on("text", (text) => visitor.text(text));
  parser.on("cdata", (text) => visitor.text(text));
  parser.on("closetag", ({ name }) => visitor.close(withoutPrefix(name)));
  let sinceTag = 0;
  for await (const bytes of part) {
    const text = decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const lastTag = text.lastIndexOf("<");
    sinceTag = lastTag < 0 ? sinceTag + text.length : text.length - lastTag;
    if (sinceTag > LONGEST_TEXT) {
      throw new UnreadableWorkbook("it holds a text far longer than a cell of a workbook can be");
    }
    parser.write(text);
    yield text.length;
  }
  parser.close();
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
