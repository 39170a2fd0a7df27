/** What follows from an object alone, made once for each. The choices of a large book are few: those in one situation share theirs. */
export class MadeOnce<Key extends object, Value> {
  private readonly known = new Map<Key, Value>();

  of(key: Key, make: () => Value): Value {
    const before = this.known.get(key);
    if (before !== undefined) return before;
    const made = make();
    this.known.set(key, made);
    return made;
  }
}
