import { Link } from '@remix-run/react';
import { shortAgencyName, useSection, useText } from '~/i18n';
import { comparisonWords } from './comparisonWords';

/** An agency's name as a link to its result; marked while it has just moved. */
export function AgencyName(props: { base: string; code: string; name: string; hasMoved: boolean }) {
  const text = useSection(comparisonWords);
  return (
    <>
      <Link
        to={`${props.base}/${props.code}`}
        className="inline-flex min-h-11 pointer-fine:min-h-9 items-center font-semibold whitespace-nowrap text-brand max-sm:whitespace-normal underline underline-offset-2"
        title={text.table.openResult({ agency: props.name })}
      >
        {shortAgencyName(props.name)}
      </Link>
      {props.hasMoved ? (
        <span className="ml-2 inline-block rounded-full bg-accent-soft px-2 text-sm font-medium text-accent">
          <span aria-hidden="true">● </span>
          {text.live.movedMark}
        </span>
      ) : null}
    </>
  );
}

/** A published index; what is not complete carries the mark of provisional figures. */
export function Index(props: { text: string; isProvisional: boolean }) {
  const text = useText();
  const comparisonText = useSection(comparisonWords);
  return (
    <span translate="no" className="whitespace-nowrap tabular-nums">
      {props.text}
      {props.isProvisional ? (
        <abbr title={`${text.provisional}: ${text.provisionalHint}`} className="no-underline">
          {comparisonText.provisionalMark}
          <span className="sr-only"> ({text.provisional})</span>
        </abbr>
      ) : null}
    </span>
  );
}
