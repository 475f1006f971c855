/** Figures that others published, beside those of the agencies: what they say, of when, and how sure that is. */
import { useLocale, useSection } from '~/i18n';
import { localize } from '~/instrument';
import { kindOf, type Topic } from '~/instrument/topic';
import { figureText, useSpoken } from '~/rakerda/topicTargetText';
import { Card } from '~/ui';
import { Confidence } from './confidence';
import { topicWords } from './topicWords';

export function References({ topic }: { topic: Topic }) {
  const words = useSection(topicWords).comparison;
  const locale = useLocale();
  const spoken = useSpoken();
  const { references } = kindOf(topic);
  if (references.length === 0) return null;
  return (
    <Card aria-labelledby="pembanding" className="space-y-3">
      <div>
        <h2 id="pembanding" className="text-lg">
          {words.references}
        </h2>
        <p className="max-w-prose text-sm text-muted">{words.referencesLead}</p>
      </div>
      <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-2 xl:grid-cols-3">
        {references.map((one) => (
          <div key={one.code} data-reference={one.code}>
            <dt>
              {localize(one.name, locale)} <span translate="no">{one.period}</span> <Confidence of={one} />
            </dt>
            <dd>
              <span translate="no" className="block text-xl font-bold tabular-nums">
                {figureText(one, one.quantity, spoken)}
              </span>
              <span className="block text-sm text-muted">
                {one.source.citation}
                {one.source.note ? `. ${localize(one.source.note, locale)}` : ''}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
