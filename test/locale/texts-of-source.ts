import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { keyOf } from "../../src/locale/sentence.ts";

const ROOT = path.resolve(import.meta.dirname, "../../src");

export interface TextsOfSource {
  /** Keys of phrases with letters of ours in them. */
  readonly phrases: ReadonlySet<string>;
  /** Texts given as literals to `word`, `text` and the like; words of a group as `group|word`. */
  readonly words: ReadonlySet<string>;
  readonly nouns: ReadonlySet<string>;
  /** Places where text of ours stands in a phrase as a plain string, so that no other language could say it. */
  readonly strays: readonly string[];
}

/** Every text that the program says, found in its source as xgettext would: nothing has to be run to be found. */
export function textsOfSource(): TextsOfSource {
  const phrases = new Set<string>();
  const words = new Set<string>();
  const nouns = new Set<string>();
  const strays: string[] = [];
  for (const file of sourceFiles(ROOT)) {
    const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
    const saysWords = /import \{[^}]*\bword\b[^}]*\} from "[^"]*locale\/sentence\.ts"/.test(source.text);
    const visit = (node: ts.Node): void => {
      if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === "say") {
        const pieces = piecesOf(node.template);
        const key = keyOf({ kind: "phrase", pieces, values: [] });
        if (/\p{L}/u.test(pieces.join(""))) phrases.add(key);
        if (ts.isTemplateExpression(node.template)) {
          for (const { expression } of node.template.templateSpans) strays.push(...straysIn(expression, file));
        }
      }
      if (ts.isCallExpression(node)) {
        const name = node.expression.getText();
        const [first, second] = node.arguments;
        const literal = first !== undefined && ts.isStringLiteralLike(first) ? first.text : undefined;
        if (name === "word" && saysWords && literal !== undefined) {
          words.add(second !== undefined && ts.isStringLiteralLike(second) ? `${second.text}|${literal}` : literal);
        }
        if ((name === "text" || name === "language.text") && literal !== undefined && file.includes("/page/"))
          words.add(literal);
        if (name === "section" || name === "heading" || name === "plainWords" || name === "words") {
          if (literal !== undefined) words.add(literal);
        }
        if (name === "counted" && second !== undefined && ts.isStringLiteralLike(second)) nouns.add(second.text);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { phrases, words, nouns, strays };
}

function piecesOf(template: ts.TemplateLiteral): readonly string[] {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return [template.text];
  return [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)];
}

/** Text in the value of a phrase that is neither a phrase nor a word: both branches of a choice are looked at. */
function straysIn(node: ts.Expression, file: string): readonly string[] {
  if (ts.isParenthesizedExpression(node)) return straysIn(node.expression, file);
  if (ts.isConditionalExpression(node)) return [...straysIn(node.whenTrue, file), ...straysIn(node.whenFalse, file)];
  if (ts.isBinaryExpression(node)) return straysIn(node.right, file);
  const isText = ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
  return isText && /\p{L}/u.test(node.getText().replaceAll(/\$\{[^}]*\}/g, "")) ? [`${file}: ${node.getText()}`] : [];
}

function sourceFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return sourceFiles(file);
    return entry.name.endsWith(".ts") ? [file] : [];
  });
}
