import type { BrowserContext } from 'playwright-core';

/**
 * Collects what no page may do, from now on: uncaught errors, messages of the console's error level (among them every
 * breach of the content security policy), failed requests and requests to other hosts.
 *
 * @returns the list that fills; empty where all is well
 */
export function watchContext(context: BrowserContext, url: string): string[] {
  const seen: string[] = [];
  context.on('weberror', (error) => {
    // A busy browser may give up the fade from one page to the next; nothing is lost, and no script could prevent it.
    if (!error.error().message.startsWith('Transition was')) seen.push(`${error.page()?.url()}: uncaught ${error.error().message}`);
  });
  context.on('console', (message) => {
    if (message.type() === 'error') seen.push(`${message.page()?.url()}: ${message.text()}`);
  });
  context.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:')) seen.push(`${request.frame().url()}: asks for ${request.url()}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) seen.push(`${response.url()}: ${response.status()}`);
  });
  return seen;
}
