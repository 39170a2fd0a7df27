/** A file, or the rest of one, that cannot be read as text. The message is the reason, to follow the file's name and a colon. */
export class UnreadableFile extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = "UnreadableFile";
  }
}
