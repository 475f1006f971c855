/** Predecessors as the part of a sheet that is open shows them. Apart from the file format, which pages do not carry. */
import type { Predecessors } from './predecessors';
import type { TopicKind } from './topicKind';

/** @param isOn whether a code stands on a part */
export function predecessorsOf(
  given: Predecessors | undefined,
  isOn: (code: string, part: string | null) => boolean,
): TopicKind['predecessors'] {
  if (!given) return null;
  return {
    source: given.source,
    on: (part) =>
      given.pairs.flatMap(({ codes, ...pair }) => {
        const here = codes.filter((code) => isOn(code, part));
        return here.length === 0 ? [] : [{ ...pair, codes: here.filter((code) => code !== part) }];
      }),
  };
}

/** How sure it is that they belong together, among everything else that the topic stands on. */
export function predecessorSource(given: Predecessors | undefined): TopicKind['sources'] {
  const name = { id: 'Kaitan dengan instrumen sebelumnya', en: 'Links to an earlier instrument' };
  return given ? [{ name, source: given.source }] : [];
}
