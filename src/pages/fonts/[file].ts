import type { APIRoute, GetStaticPaths } from 'astro';
import { locales } from '../../i18n/locales.ts';
import { getSubsetBytes, getSubsets, type Subset } from '../../site/fonts/subsets.ts';

export const getStaticPaths = (async () => {
  const subsets = (await Promise.all(locales.map(getSubsets))).flat();
  // Languages of one script share a file where their texts need the same letters.
  const files = new Map(subsets.map((subset) => [subset.fileName, subset]));
  // All are begun at once, beside the pages that are rendered before they are asked for.
  for (const subset of files.values()) getSubsetBytes(subset).catch(() => undefined);
  return [...files].map(([file, subset]) => ({ params: { file }, props: subset }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<Subset> = async ({ props }) => new Response(await getSubsetBytes(props), { headers: { 'Content-Type': 'font/woff2' } });
