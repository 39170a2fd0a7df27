/** Takes an output piece by piece. `write` resolves when the next piece is welcome; text becomes UTF-8. */
export interface Sink {
  write(chunk: Uint8Array | string): Promise<void>;
}
