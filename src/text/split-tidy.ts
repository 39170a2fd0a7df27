const QUOTE = 34;

/**
 * The cells of one record that is quoted exactly as RFC 4180 says: several times as fast as a parser that forgives.
 * Undefined where anything is otherwise, such as a space beside a quote; the parser then decides.
 */
export function splitTidy(text: string, delimiter: string): string[] | undefined {
  const cut = delimiter.charCodeAt(0);
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    if (text.charCodeAt(at) === QUOTE) {
      let end = text.indexOf('"', at + 1);
      let hasDoubled = false;
      while (end >= 0 && text.charCodeAt(end + 1) === QUOTE) {
        hasDoubled = true;
        end = text.indexOf('"', end + 2);
      }
      if (end < 0) return undefined;
      const cell = text.slice(at + 1, end);
      cells.push(hasDoubled ? cell.replaceAll('""', '"') : cell);
      at = end + 1;
      if (at >= text.length) return cells;
      if (text.charCodeAt(at) !== cut) return undefined;
      at += 1;
    } else {
      const end = text.indexOf(delimiter, at);
      const cell = end < 0 ? text.slice(at) : text.slice(at, end);
      if (cell.includes('"')) return undefined;
      cells.push(cell);
      if (end < 0) return cells;
      at = end + 1;
    }
  }
}
