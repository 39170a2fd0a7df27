import { visitXml } from "./part-xml.ts";
import { cellText } from "./sheet-rows.ts";
import { UnreadableWorkbook } from "./unreadable-workbook.ts";

/** Characters of the part; its texts are held while the sheets are read. A million rows of ours have so many. */
const MOST_CHARACTERS = 1 << 29;

/** The texts that a workbook's cells refer to by number. Throws UnreadableWorkbook. */
export async function readStringTable(
  part: AsyncIterable<Uint8Array>,
  mostCharacters = MOST_CHARACTERS,
): Promise<readonly string[]> {
  const strings: string[] = [];
  let text = "";
  let isText = false;
  // How the characters before are spoken, in East Asian workbooks; it is not part of the text.
  let isPhonetic = false;
  const pieces = visitXml(part, {
    open(name) {
      if (name === "si") text = "";
      else if (name === "rPh") isPhonetic = true;
      else isText = name === "t" && !isPhonetic;
    },
    text(found) {
      if (isText) text += found;
    },
    close(name) {
      isText = false;
      if (name === "rPh") isPhonetic = false;
      if (name === "si") strings.push(cellText(text));
    },
  });
  let characters = 0;
  for await (const length of pieces) {
    characters += length;
    if (characters > mostCharacters) {
      throw new UnreadableWorkbook(
        `its texts take more than ${mostCharacters >> 20} MiB: delete the sheets that were added, or divide the plan with --split`,
      );
    }
  }
  return strings;
}
