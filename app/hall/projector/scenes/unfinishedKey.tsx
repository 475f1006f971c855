/** The key of the broken ring: apart from the marks, because not every scene has one. */
import { useFormat, useSection } from '~/i18n';
import { unfinishedKeyWords } from './unfinishedKeyWords';

/** What the broken ring says, as an example of the picture: `12/47`. Nothing where nobody has one. */
export function UnfinishedKey({ part }: { readonly part: string | undefined }) {
  const text = useSection(unfinishedKeyWords);
  const [filled, total] = part?.split('/') ?? [];
  if (filled === undefined || total === undefined) return null;
  return <span translate="no">{text.unfinished({ filled, total })}</span>;
}

/** The same of scenes that have the two figures. */
export function OpenKey({
  of,
}: {
  readonly of: { readonly answered: number; readonly total: number } | undefined;
}) {
  const format = useFormat();
  return <UnfinishedKey part={of && `${format.number(of.answered)}/${format.number(of.total)}`} />;
}
