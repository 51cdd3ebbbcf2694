/** Stands for the address of the site where the build is not told one (`SITE`): enough for links, nothing to print. */
export const placeholderSite = 'https://example.org';

/** Whether the build was told under which address the site will stand, so that full addresses can be printed. */
export function isSiteKnown(site: URL | undefined): site is URL {
  return site !== undefined && site.origin !== placeholderSite;
}
