/** The form of a topic as an agency will see it, before any Rakerda uses it: what is typed moves its figures and is kept nowhere. */
import { useLocale } from '~/i18n';
import { localize } from '~/instrument';
import { emptyFigures, type Topic } from '~/instrument/topic';
import { AnswerControl } from './controls/answerControl';

const NOTHING = {};

export function SheetPreview({ topic, part }: { topic: Topic; part: string | null }) {
  const locale = useLocale();
  return (
    <AnswerControl
      key={part}
      label={localize(topic.shortName, locale)}
      // Nobody's sheet: an agency's code begins with a digit.
      page={{ topic, part, agency: { code: 'pratinjau' }, rakerda: null }}
      figures={emptyFigures(topic)}
      version={0}
      typed={null}
      problems={NOTHING}
      onTyped={() => undefined}
    />
  );
}
