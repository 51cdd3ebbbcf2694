/** What an action gives, undefined where it throws. */
export function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

/** What a text in JSON says, undefined where it is none. */
export function parseJson<T = unknown>(text: string): T | undefined {
  return attempt(() => JSON.parse(text));
}
