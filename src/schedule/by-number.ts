/**
 * What follows from a number alone, such as that of a choice: found once, and asked for a million times. To look and to put are
 * apart, as a function that would be called where nothing is known yet costs more than the look itself.
 */
export class ByNumber<Value> {
  private readonly known: (Value | undefined)[] = [];

  at(number: number): Value | undefined {
    return this.known[number];
  }

  /** Gives the value back. */
  put(number: number, value: Value): Value {
    // Without holes, which would make every look slower.
    while (this.known.length <= number) this.known.push(undefined);
    this.known[number] = value;
    return value;
  }
}
