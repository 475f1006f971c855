/** How a topic's figures came about, in words. */
import type { AssessmentState } from '#db/schema';
import { formatNumber } from '~/i18n';
import { localize } from '~/instrument';
import { kindOf } from '~/instrument/topic';
import type { FileWords } from './fileWords';
import { methodFrame, type MethodLine } from './method';
import type { TopicRelease } from './topicFigures';

export function topicMethod(release: TopicRelease, text: FileWords): readonly MethodLine[] {
  const { figures, instrument, locale } = release;
  const { method } = text.topic;
  const { headline, sources } = kindOf(instrument);
  const count = (state: AssessmentState) =>
    formatNumber(figures.filter(({ agency }) => agency.state === state).length, locale);
  return methodFrame(release, text, {
    reckoning: [
      {
        key: 'headline',
        item: method.headline,
        content: `${localize(headline.name, locale)} (${headline.code}): ${method.direction[headline.direction]}`,
      },
      { key: 'formula', item: method.formula, content: method.formulaText },
      { key: 'rounding', item: text.release.method.rounding, content: method.roundingText },
      { key: 'unanswered', item: method.empty, content: method.emptyText },
      ...sources.map(({ name, source }, at) => ({
        key: `source_${String(at + 1)}`,
        item: at === 0 ? method.sources : '',
        content: `${localize(name, locale)}: ${method.confidence[source.confidence]}. ${source.citation}`,
      })),
    ],
    counts: text.release.method.countsText({
      total: formatNumber(figures.length, locale),
      approved: count('approved'),
      submitted: count('submitted'),
      draft: count('draft'),
    }),
    sha256Text: method.sha256Text,
  });
}
