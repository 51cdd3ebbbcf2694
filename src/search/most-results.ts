/** How many results are shown at most; a longer list helps nobody while a client waits. */
export const MOST_RESULTS = 24;
