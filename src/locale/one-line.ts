/** Characters that move a terminal's cursor, end its line, or turn the direction of its text. */
const STEERING = /[\p{Cc}\u2028-\u202e\u2066-\u2069]/u;
const ALL_STEERING = new RegExp(STEERING, "gu");

/** Text as one line that steers nothing, whatever a file's names and cells hold. */
export function oneLine(text: string): string {
  return STEERING.test(text) ? text.replace(/\s+/g, " ").replace(ALL_STEERING, "\ufffd") : text;
}
