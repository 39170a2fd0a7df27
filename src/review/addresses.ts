/** 1 for A1, 27 for AA7; 0 where it begins with no letter. */
export function columnOf(address: string): number {
  let column = 0;
  for (const letter of /^\$?([A-Za-z]{1,4})/.exec(address)?.[1]?.toUpperCase() ?? "") {
    column = column * 26 + letter.charCodeAt(0) - 64;
  }
  return column;
}

/** "D7" for 4 and 7. */
export function addressOf(column: number, row: number): string {
  let letters = "";
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return `${letters}${row}`;
}

/** Whether a range such as D2:E5 covers a cell of one of these columns. */
export function coversColumn(range: string, columns: Iterable<number>): boolean {
  const [from = "", to = from] = range.split(":");
  const [first, last] = [columnOf(from), columnOf(to)];
  for (const column of columns) if (column >= first && column <= last) return true;
  return false;
}
