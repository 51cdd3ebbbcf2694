// What the page loads to answer, as one entry for the bundler: nothing else of the site.
export { openFinder } from '../../search/open-finder.ts';
export { answerQuery } from '../../search/rescue.ts';
