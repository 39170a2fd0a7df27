/** The map that a key leads to, made where there is none yet. */
export function mapIn<K, Key, Value>(maps: Map<K, Map<Key, Value>>, key: K): Map<Key, Value> {
  const known = maps.get(key);
  if (known !== undefined) return known;
  const made = new Map<Key, Value>();
  maps.set(key, made);
  return made;
}
