import { type PlainDate, partsOf } from "../model/plain-date.ts";
import { joinTexts } from "./english.ts";
import { oneLine } from "./one-line.ts";
import { portuguese, portugueseNouns } from "./pt-BR/index.ts";
import { keyOf, type Value } from "./sentence.ts";

/** Brazilian Portuguese. What has no translation is said in English: a test finds it before a user does. */
export const brazilian = { text, say };

function text(source: string): string {
  return portuguese.get(source) ?? source;
}

function say(value: Value): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  switch (value.kind) {
    case "phrase": {
      const { values } = value;
      const template = portuguese.get(keyOf(value)) ?? keyOf(value);
      return template.replaceAll(/\{(\d+)\}/g, (_, place: string) => say(values[Number(place) - 1] ?? ""));
    }
    case "day":
      return dayText(value.on, undefined);
    case "shortDay":
      return dayText(value.on, value.year);
    case "days":
      return rangeText(value.from, value.to, value.year);
    case "count": {
      const [one = value.noun, many = value.noun] = portugueseNouns.get(value.noun) ?? [];
      return `${value.count} ${value.count === 1 ? one : many}`;
    }
    case "word":
      return value.group === "" ? text(value.text) : (portuguese.get(`${value.group}|${value.text}`) ?? value.text);
    case "amount":
      return value.value.toFixed(2).replace(".", ",");
    case "line":
      return oneLine(say(value.of));
    case "said":
      return value.here;
    case "list":
      return joinTexts(value.items.map(say), value.join, { and: "e", or: "ou" });
    default:
      return value satisfies never;
  }
}

/** "24/03/2027", or "24/03" where the year is the one that the reader has in mind. */
function dayText(on: PlainDate, knownYear: number | undefined): string {
  const { year, month, day } = partsOf(on);
  const short = `${twoDigits(day)}/${twoDigits(month)}`;
  return year === knownYear ? short : `${short}/${String(year).padStart(4, "0")}`;
}

/** "22–29/03", "29/03 – 02/04", "18/12 – 05/01/2027". */
function rangeText(from: PlainDate, to: PlainDate, year: number): string {
  if (from === to) return dayText(from, year);
  const first = partsOf(from);
  const last = partsOf(to);
  if (first.year === last.year && first.month === last.month) return `${twoDigits(first.day)}–${dayText(to, year)}`;
  return `${dayText(from, year)} – ${dayText(to, year)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
