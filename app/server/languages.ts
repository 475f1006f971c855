/**
 * A browser takes the words of one language. A build makes the scripts with both, and beside each a twin for each language
 * (`buildLanguages.ts`): `frame-x.js`, `frame-x.id.js`, `frame-x.en.js`. A page names the twins of its reader's language.
 */
import type { ServerBuild } from '@remix-run/node';
import type { Locale } from '~/instrument';

export const LANGUAGES = ['id', 'en'] as const satisfies readonly Locale[];

/** The hall's screen changes its language while it stands: it takes both. */
export const takesBoth = (path: string) => path.startsWith('/layar/');

/** Every name of a script holds a hash: it stands for nothing else. */
export const SCRIPT = /[\w.-]+\.js\b/g;

export const twinOf = (script: string, language: Locale) => script.replace(/\.js$/, `.${language}.js`);

export function namingTwins(text: string, twins: ReadonlySet<string>, language: Locale): string {
  return text.replace(SCRIPT, (name) => (twins.has(name) ? twinOf(name, language) : name));
}

/**
 * A build whose pages name the twins of a language, as far as there are any.
 * @param names the files of the build
 */
export function inLanguage(build: ServerBuild, language: Locale, names: readonly string[]): ServerBuild {
  const twins = new Set(names.filter((name) => names.includes(twinOf(name, language))));
  const twin = (address: string) => namingTwins(address, twins, language);
  const { assets } = build;
  return {
    ...build,
    assets: {
      ...assets,
      url: twin(assets.url),
      entry: { module: twin(assets.entry.module), imports: assets.entry.imports.map(twin) },
      routes: Object.fromEntries(
        Object.entries(assets.routes).map(([id, route]) => [
          id,
          { ...route, module: twin(route.module), imports: route.imports?.map(twin) },
        ]),
      ),
    },
  };
}
