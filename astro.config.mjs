// @ts-check
import { readFileSync } from 'node:fs';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { contentCheck } from './src/build/content-check-integration.ts';
import { contentSecurityPolicy } from './src/build/csp-step.ts';
import { finishPages } from './src/build/finish-pages.ts';
import { plainDynamicImport } from './src/build/plain-dynamic-import.ts';
import { termLinks } from './src/glossary/term-links-step.ts';
import { localeTable, referenceLocale } from './src/i18n/locales.ts';
import { pagefind } from './src/search/pagefind-step.ts';
import { placeholderSite } from './src/site/site-known.ts';

const site = process.env['SITE'] ?? placeholderSite;
const base = process.env['BASE'] ?? '/';
const outDir = new URL(`${process.env['OUT_DIR'] ?? './dist'}/`, import.meta.url);

/**
 * Pages that ask not to be listed (fallbacks, moved addresses) stay out of the sitemap as well.
 * @param {string} url
 */
function isListed(url) {
  const route = new URL(url).pathname.slice(base.replace(/\/*$/, '/').length);
  return !readFileSync(new URL(`${route}index.html`, outDir), 'utf8').includes('<meta name="robots" content="noindex">');
}

/**
 * The sitemap takes the root for a page in the default language; it is where a language is chosen.
 * @param {import('@astrojs/sitemap').SitemapItem} item
 * @returns {import('@astrojs/sitemap').SitemapItem}
 */
function withDefault(item) {
  const root = new URL(base.replace(/\/*$/, '/'), site).href;
  const links = item.links?.filter(({ url }) => url !== root);
  const isHome = item.links?.some(({ url }) => url === root) ?? false;
  return links && isHome ? { ...item, links: [...links, { lang: 'x-default', url: root }] } : item;
}

/**
 * What several scripts share is packed into few files, each of which compresses as one: what every page has; what a list
 * and a message have as soon as they come alive; and the casebook, which a list has then and a message later.
 */
const sharedScripts = [
  { name: 'storage-key', test: /src\/site\/storage-key\.ts/, priority: 2 },
  { name: 'parts', test: /src\/(checklists\/checklist-part|share\/(copy-text|save-file|share-with-system|show-by-hand))\.ts/, priority: 1 },
  { name: 'casebook', test: /src\/checklists\/(attempt|casebook(?!-file)[\w-]*|checklist-bar|live-value|open-casebook|progress-sentence)\.ts/ },
];

export default defineConfig({
  site,
  base,
  outDir: outDir.pathname,
  cacheDir: './.astro',
  trailingSlash: 'always',
  build: { inlineStylesheets: 'always', concurrency: 8 },
  devToolbar: { enabled: false },
  i18n: {
    locales: localeTable.map((row) => row.id),
    defaultLocale: referenceLocale,
    routing: { prefixDefaultLocale: true, redirectToDefaultLocale: false },
  },
  markdown: { syntaxHighlight: false, processor: satteri({ features: { headingAttributes: true } }) },
  integrations: [
    contentCheck(),
    // Links in texts are looked up by id (ContentLink), so the optimizer must leave them alone.
    mdx({ optimize: { ignoreElementNames: ['a'] } }),
    sitemap({
      filter: isListed,
      serialize: withDefault,
      i18n: { defaultLocale: referenceLocale, locales: Object.fromEntries(localeTable.filter((row) => row.published).map((row) => [row.id, row.lang])) },
    }),
    finishPages([termLinks(), pagefind(), contentSecurityPolicy()]),
  ],
  vite: {
    plugins: [plainDynamicImport()],
    // Small scripts must stay files of their own: inline ones would each need a hash in the policy.
    build: {
      assetsInlineLimit: 0,
      // What is imported on use is one file each; lists of what else it needs would only make the others longer.
      modulePreload: false,
      // Half a percent shorter than by the bundler's own minifier: a checklist with its tools has no byte to spare for that. More passes gain nothing.
      minify: 'terser',
      terserOptions: { module: true, toplevel: true },
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
    environments: { client: { build: { rolldownOptions: { output: { codeSplitting: { groups: sharedScripts } } } } } },
  },
});
