export const portuguese: ReadonlyMap<string, string | { one: string; other: string }> = new Map();
export const portugueseNouns: ReadonlyMap<string, readonly [string, string]> = new Map();
