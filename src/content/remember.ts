/** `work` for whoever asks for the same things again and again: each is worked out once, and must not be changed. */
export function remember<Key, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, { readonly value: Value }>();
  return (key) => {
    const found = known.get(key) ?? { value: work(key) };
    known.set(key, found);
    return found.value;
  };
}

/**
 * A query of the content, remembered while a site is built: a thousand pages ask the same of the same files. While
 * authors write, it is asked anew each time.
 */
export function rememberInBuild<Key, Value>(query: (key: Key) => Value): (key: Key) => Value {
  return import.meta.env.DEV ? query : remember(query);
}
