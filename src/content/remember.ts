/**
 * A query that is worked out once for each argument while a site is built: a thousand pages ask the same of the same
 * files. While authors write, it is asked anew each time.
 */
export function remember<Key, Value>(query: (key: Key) => Value): (key: Key) => Value {
  if (import.meta.env.DEV) return query;
  const known = new Map<Key, Value>();
  return (key) => {
    if (!known.has(key)) known.set(key, query(key));
    return known.get(key) as Value;
  };
}
