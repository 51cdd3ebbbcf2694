import { type Locale, locales } from './locales.ts';

/** The static paths of a page that exists once in every language. */
export function getLocalePaths(): { params: { locale: Locale } }[] {
  return locales.map((locale) => ({ params: { locale } }));
}

/** The static paths of a page that exists for each of `things` in every language, under its id and every id it had before. */
export function getThingPaths<Param extends string>(param: Param, things: readonly Thing[]): ThingPath<Param>[] {
  return locales.flatMap((locale) =>
    things.flatMap(({ id, formerIds }) =>
      [id, ...formerIds].map((address) => ({
        params: { locale, [param]: address } as { locale: Locale } & Record<Param, string>,
        props: { id, moved: address !== id },
      })),
    ),
  );
}

interface Thing {
  readonly id: string;
  readonly formerIds: readonly string[];
}

interface ThingPath<Param extends string> {
  params: { locale: Locale } & Record<Param, string>;
  /** The thing's present id, and whether this address is one it had before. */
  props: { id: string; moved: boolean };
}
