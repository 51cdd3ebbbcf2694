/**
 * One note of two: equal, or one empty, the other; else all of mine, and after it the blocks of theirs that mine
 * lacks. Blocks are what blank lines part. Joining again adds nothing, and the order only decides whose blocks come first.
 */
export function joinNotes(mine: string, theirs: string): string {
  if (!mine.trim()) return theirs.trim() ? theirs : mine;
  const known = new Set(getBlocks(mine));
  const added = getBlocks(theirs).filter((block) => !known.has(block));
  return added.length > 0 ? [mine.trimEnd(), ...added].join('\n\n') : mine;
}

function getBlocks(note: string): string[] {
  return note
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter(Boolean);
}
