/** What a share link begins with. It, and what a cut leaves of it, must not be the id of anything on the page. */
export const SHARE_NAME = 'progress';

/** A share link as found: its version, and its payload in base64url or base64. */
export interface FoundLink {
  readonly version: number;
  readonly payload: string;
}

/**
 * Finds the share link in a fragment that mail and chat programs may have been at: encoded up to three times, broken
 * into lines, with marks that nobody sees, between quotation marks and brackets, with other things before and behind.
 *
 * @returns 'cut' or 'damaged' where it has no version
 */
export function findShareLink(fragment: string): FoundLink | 'none' | 'cut' | 'damaged' {
  let text = fragment;
  for (let turn = 0; turn < 4; turn += 1) {
    // A share link is ASCII without blanks; angle brackets come from mail, around addresses and before lines that are quoted.
    text = text.replace(/%[89a-f][\da-f]|[^!-~]|[<>]/gi, '').replace(/%([0-7][\da-f])/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
  text = text.replace(/^#+/, '');
  if (text.length > 3 && SHARE_NAME.startsWith(text)) return 'cut';
  // Raw mail writes “=” as “=3D”.
  const found = /progress=(?:3D)?([^&#?]*)/i.exec(text)?.[1];
  if (found === undefined) return 'none';
  const [, version, payload = ''] = /^(\d+)\.(.*)/.exec(found) ?? [];
  if (!version) return /^\d*$/.test(found) ? 'cut' : 'damaged';
  return { version: Number(version), payload: payload.replace(/[^\w+/-]/g, '') };
}
