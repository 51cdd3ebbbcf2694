/** How many results are shown at most; a longer list helps nobody while a client waits. */
export const MOST_RESULTS = 8;

/** How many suggestions stand under the box: as many as a phone shows above its keyboard. */
export const MOST_SUGGESTIONS = 6;
