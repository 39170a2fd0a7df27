import type { Sink } from "../../src/report/sink.ts";

/** A sink that keeps what it is given, as text. */
export interface TextSink extends Sink {
  text(): string;
}

export function aTextSink(): TextSink {
  const chunks: string[] = [];
  return {
    async write(chunk) {
      chunks.push(typeof chunk === "string" ? chunk : new TextDecoder("utf-8", { ignoreBOM: true }).decode(chunk));
    },
    text: () => chunks.join(""),
  };
}
