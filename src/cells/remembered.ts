const MOST_TEXTS = 4096;
const LONGEST_TEXT = 100;

/** The same pure function, which reads a text that comes again and again (a date, say) only once. Holds a bounded number of texts. */
export function remembered<Reading>(read: (text: string) => Reading): (text: string) => Reading {
  const known = new Map<string, Reading>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as Reading;
    const reading = read(text);
    if (text.length <= LONGEST_TEXT && known.size < MOST_TEXTS) known.set(text, reading);
    return reading;
  };
}
