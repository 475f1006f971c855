/** Changes that came too late: the facilitator decides, the agency sees that they wait. */
import { useFormat, useSection } from '~/i18n';
import { Alert, Button, Card, KeptForm } from '~/ui';
import type { DecideResult, LateChange, LateChanges } from './decideLate.server';
import { historyWords } from './historyWords';
import type { LateDone } from './lateForm';
import { lateWords } from './lateWords';

export type LateRefused = Exclude<DecideResult['kind'], LateDone>;

export function LateList(props: {
  late: LateChanges;
  timeZone: string;
  done: LateDone | null;
  refused: LateRefused | null;
}) {
  const { late, done, refused } = props;
  const words = useSection(lateWords);
  const format = useFormat();
  return (
    <>
      {done && !refused ? <Alert tone="success">{words.done[done]}</Alert> : null}
      {refused ? <Alert tone="danger">{words.refused[refused]}</Alert> : null}
      {late.list.length > 0 ? (
        <Card aria-labelledby="late-title" className="space-y-3">
          <h2 id="late-title" className="text-xl">
            {words.title({ count: format.number(late.list.length) })}
          </h2>
          <p>{late.mayDecide ? words.lead : words.forwarded}</p>
          {late.mayDecide && !late.isOpen ? <Alert>{words.notOpen}</Alert> : null}
          <ol className="space-y-3">
            {late.list.map((one) => (
              <li key={one.seq} className="space-y-2 border-t border-line pt-3">
                <Late late={one} mayDecide={late.mayDecide} isOpen={late.isOpen} timeZone={props.timeZone} />
              </li>
            ))}
          </ol>
        </Card>
      ) : null}
    </>
  );
}

function Late(props: { late: LateChange; mayDecide: boolean; isOpen: boolean; timeZone: string }) {
  const { late, timeZone } = props;
  const words = useSection(lateWords);
  const historyText = useSection(historyWords);
  const format = useFormat();
  const no = format.number(late.indicator.no);
  const { name } = late;
  const typed =
    late.typedAt === null
      ? words.typedUnknown({ name })
      : words.typed({ name, time: format.dateTime(late.typedAt, timeZone) });
  return (
    <>
      <h3 className="font-semibold">{historyText.changedIndicator({ no, name: late.indicator.name })}</h3>
      <p className="text-sm text-muted">
        {typed}; {words.arrived({ time: format.dateTime(late.at, timeZone) })}
      </p>
      {late.lines.length === 0 ? <p>{words.standsAlready}</p> : null}
      <dl className="space-y-2">
        {late.lines.map(({ field, before, after }) => (
          <div key={field} className="grid gap-x-4 sm:grid-cols-[10rem_1fr]">
            <dt className="text-sm font-medium">{historyText.fields[field]}</dt>
            <dd className="min-w-0 break-words whitespace-pre-line">
              {before === '' ? null : <del className="block text-muted">{before}</del>}
              <ins className="block no-underline">{after === '' ? historyText.emptyValue : after}</ins>
            </dd>
          </div>
        ))}
      </dl>
      {props.mayDecide ? (
        <KeptForm method="post" className="flex flex-wrap gap-2">
          <input type="hidden" name="late" value={late.seq} />
          <input type="hidden" name="seenVersion" value={late.version} />
          {props.isOpen ? (
            <Button tone="secondary" name="decision" value="accept">
              {words.accept}
              <span className="sr-only"> {words.of({ no })}</span>
            </Button>
          ) : null}
          <Button tone="quiet" name="decision" value="leave">
            {words.leave}
            <span className="sr-only"> {words.of({ no })}</span>
          </Button>
        </KeptForm>
      ) : null}
    </>
  );
}
