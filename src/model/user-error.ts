/** The run cannot start or finish, and a person can mend it. Exit 2, one line a problem, no stack. */
export class UserError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.name = "UserError";
    this.problems = problems;
  }
}
