/** What an instrument itself says about how it is to be read. */
import { useLocale, useSection } from '~/i18n';
import { localize } from '~/instrument';
import type { Topic } from '~/instrument/topic';
import { Alert } from '~/ui';
import { topicWords } from './topicWords';

export function TopicNotes({ topic: { notes } }: { topic: Pick<Topic, 'notes'> }) {
  const words = useSection(topicWords);
  const locale = useLocale();
  if (notes.length === 0) return null;
  return (
    <Alert title={words.sheet.notes}>
      <ul className="list-disc space-y-1 pl-5">
        {notes.map((note) => (
          <li key={note.id} className="max-w-prose">
            {localize(note, locale)}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
