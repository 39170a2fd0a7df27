/** Line breaks and tabs inside a cell, and every Unicode space, read as one space. */
const SPACES = /[\s\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;

/**
 * Control characters that are no space, and format characters that only steer the display: nobody sees them, and no
 * comparison should. The two joiners stay: some scripts are not spelt without them.
 */
const UNSEEN = /(?![\s\u0085])\p{Cc}|(?![\u200c\u200d])\p{Cf}/gu;

/** Names such as 's-Hertogenbosch and 't Zand begin with an apostrophe of their own. */
const OWN_APOSTROPHE = /^'[stn][- ]/;

/**
 * The value of a cell: no spaces at its ends, one space where spaces, NBSP or line breaks stand, no control characters,
 * and without the one leading apostrophe by which Excel guards text.
 */
export function cleanText(cell: string): string {
  if (isClean(cell)) return cell;
  const text = cell.replace(UNSEEN, "").replace(SPACES, " ").trim();
  return text.startsWith("'") && !OWN_APOSTROPHE.test(text) ? text.slice(1).trimStart() : text;
}

/** Words that exports write where there is no value. */
const NOTHING = new Set(["", "-", "--", "–", "—", "n/a", "n.a.", "na", "#n/a", "none", "null"]);

/** True for an empty cell and for the ways to write that there is nothing. Expects clean text. */
export function isNothing(text: string): boolean {
  return text.length <= 4 && NOTHING.has(text.toLowerCase());
}

/** Most cells are printable ASCII without anything to clean; those cost one look at each character. */
function isClean(cell: string): boolean {
  let previous = 32;
  for (let at = 0; at < cell.length; at += 1) {
    const code = cell.charCodeAt(at);
    if (code < 32 || code > 126 || (code === 32 && previous === 32)) return false;
    previous = code;
  }
  return (cell === "" || previous !== 32) && cell.charCodeAt(0) !== 39;
}
