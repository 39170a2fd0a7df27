const TOKEN = /<(?:\?[^>]*\?|(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?))>|([^<]+)/y;
const BARE_AMPERSAND = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: characters that XML does not allow
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** Names of the root's children in order. Throws where the text is not well-formed XML. */
export function childrenOfRoot(xml: string): readonly string[] {
  const open: string[] = [];
  const children: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < xml.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(xml);
    if (match === null) throw new Error(`Not well-formed at ${at}: ${xml.slice(at, at + 80)}`);
    const [token, slash, name, attributes = "", selfClosing, content] = match;
    const text = content ?? attributes;
    if (BARE_AMPERSAND.test(text) || FORBIDDEN.test(text)) throw new Error(`Not allowed in XML: ${token.slice(0, 80)}`);
    if (name === undefined) continue;
    if (slash === "/") {
      if (open.pop() !== name) throw new Error(`</${name}> at ${at} closes nothing.`);
    } else {
      if (open.length === 1) children.push(name);
      if (selfClosing !== "/") open.push(name);
    }
  }
  if (open.length > 0) throw new Error(`Never closed: ${open.join(", ")}`);
  return children;
}
