/** Where a value was read: the file as named in outputs, the row as Excel counts it, the line as an editor counts it. Both from 1. */
export interface Place {
  readonly file: string;
  readonly row: number;
  readonly line: number;
}

/** "book.csv row 5". */
export function placeText(place: Place): string {
  return `${place.file} row ${place.row}`;
}
