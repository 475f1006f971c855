/** What the earlier year offers, chosen by boxes, and what was taken over and waits to be confirmed. */
import { Link } from '@remix-run/react';
import { useFormat, useSection } from '~/i18n';
import { Alert, Badge, Button, Card, KeptForm } from '~/ui';
import { EarlierLevel } from './earlierLevel';
import { EvidenceLinks } from './reviewedAnswer';
import type { TakeOverView } from './takeOver.read.server';
import { takeOverWords } from './takeOverWords';

/** What the last press did; nothing was chosen where the count is 0. */
export type TakeOverDone =
  { readonly kind: 'taken' | 'confirmed'; readonly count: number } | { readonly kind: 'closed' };

export function TakeOverScreen(props: {
  view: TakeOverView | null;
  base: string;
  mayWrite: boolean;
  done: TakeOverDone | null;
}) {
  const { view, base, mayWrite } = props;
  const words = useSection(takeOverWords);
  const format = useFormat();
  const year = String(view?.year ?? '');
  return (
    <div className="max-w-4xl space-y-6">
      {props.done ? <Done done={props.done} /> : null}
      {view === null ? <Alert>{words.noEarlier}</Alert> : null}
      {view && view.unconfirmed.length > 0 ? (
        <Choice
          intent="confirm"
          title={words.unconfirmedTitle({ count: format.number(view.unconfirmed.length) })}
          lead={words.unconfirmedLead}
          button={mayWrite ? words.confirm : null}
          rows={view.unconfirmed}
          isChosen={() => false}
          view={view}
          base={base}
        />
      ) : null}
      {view && view.offered.length > 0 ? (
        <Choice
          intent="take"
          title={words.offeredTitle({ year, count: format.number(view.offered.length) })}
          lead={words.offeredLead}
          button={mayWrite ? words.take : null}
          rows={view.offered}
          isChosen={({ relation }) => relation !== 'changed'}
          view={view}
          base={base}
        />
      ) : null}
      {view?.offered.length === 0 ? <p>{words.nothingOffered}</p> : null}
    </div>
  );
}

function Done({ done }: { done: TakeOverDone }) {
  const words = useSection(takeOverWords);
  const format = useFormat();
  if (done.kind === 'closed') return <Alert tone="danger">{words.closed}</Alert>;
  if (done.count === 0) return <Alert tone="warning">{words.nothingChosen}</Alert>;
  return <Alert tone="success">{words[done.kind]({ count: format.number(done.count) })}</Alert>;
}

type Row = TakeOverView['offered'][number];

function Choice(props: {
  intent: 'take' | 'confirm';
  title: string;
  lead: string;
  /** Null where the reader can only look. */
  button: string | null;
  rows: readonly Row[];
  isChosen: (row: Row) => boolean;
  view: TakeOverView;
  base: string;
}) {
  const { intent, rows, view } = props;
  return (
    <Card aria-labelledby={`${intent}-title`}>
      <h2 id={`${intent}-title`} className="text-xl">
        {props.title}
      </h2>
      <p className="my-3 text-muted">{props.lead}</p>
      <KeptForm method="post" className="space-y-4">
        <ol>
          {rows.map((row) => (
            <li key={row.no} className="border-t border-line py-3">
              <label className="flex min-h-11 items-start gap-3 py-1">
                {props.button === null ? null : (
                  <input
                    type="checkbox"
                    name="no"
                    value={row.no}
                    defaultChecked={props.isChosen(row)}
                    className="mt-1 size-5 shrink-0 accent-brand"
                  />
                )}
                <span className="font-medium">
                  {row.no}. {row.name}
                </span>
              </label>
              <div className="space-y-1 pl-8">
                <Levels row={row} view={view} base={props.base} />
                <p className="break-words whitespace-pre-line">{row.texts.justification}</p>
                <EvidenceLinks evidence={row.texts.evidence} />
              </div>
            </li>
          ))}
        </ol>
        {props.button === null ? null : (
          <Button name="intent" value={intent}>
            {props.button}
          </Button>
        )}
      </KeptForm>
    </Card>
  );
}

function Levels({ row, view, base }: { row: Row; view: TakeOverView; base: string }) {
  const words = useSection(takeOverWords);
  const format = useFormat();
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
      <Badge tone={row.relation === 'changed' ? 'accent' : 'neutral'}>{words.relation[row.relation]}</Badge>
      {row.level === null ? null : <span>{words.levelNow({ level: format.number(row.level) })}</span>}
      {row.earlierLevel === null ? null : (
        <EarlierLevel
          year={view.year}
          level={row.earlierLevel}
          to={view.path && `${view.path}/${String(row.no)}`}
        />
      )}
      <Link
        to={`${base}/isi/${String(row.no)}`}
        className="inline-flex min-h-6 items-center text-brand underline underline-offset-2"
      >
        {words.open({ no: String(row.no) })}
      </Link>
    </p>
  );
}
