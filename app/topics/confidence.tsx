/** How sure something is that a figure stands on, as a mark with its word. */
import { useSection } from '~/i18n';
import type { Source } from '~/instrument/topic';
import { Badge } from '~/ui';
import { topicWords } from './topicWords';

/** Marks what is not official; what a source says needs no mark. */
export function Confidence({ of: { source } }: { of: { readonly source: Pick<Source, 'confidence'> } }) {
  const words = useSection(topicWords);
  if (source.confidence === 'sourced') return null;
  return (
    <Badge tone={source.confidence === 'proposal' ? 'neutral' : 'accent'}>
      {words.confidence[source.confidence]}
    </Badge>
  );
}
