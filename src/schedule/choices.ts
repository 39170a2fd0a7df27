import type { Choice, Undated } from "./choice.ts";

/**
 * The choice of each subscription of a book, by place in the list. A large book has few different ones: each is held once, under
 * a number, and what follows from it is found once for that number (by-number.ts).
 */
export class Choices {
  private readonly numbers: Int32Array;
  private readonly different: (Choice | Undated)[];

  constructor(numbers: Int32Array, different: (Choice | Undated)[] = []) {
    this.numbers = numbers;
    this.different = different;
  }

  get size(): number {
    return this.numbers.length;
  }

  at(index: number): Choice | Undated {
    return this.different[this.numbers[index] as number] as Choice | Undated;
  }

  numberOf(index: number): number {
    return this.numbers[index] as number;
  }

  /** Gives the choice a new number, and the place that one. */
  put(index: number, choice: Choice | Undated): number {
    const number = this.different.push(choice) - 1;
    this.numbers[index] = number;
    return number;
  }

  /** The choice that another place has, or had. */
  putNumber(index: number, number: number): void {
    this.numbers[index] = number;
  }

  /** What has a number keeps it in the copy. */
  copy(): Choices {
    return new Choices(this.numbers.slice(), this.different.slice());
  }
}
