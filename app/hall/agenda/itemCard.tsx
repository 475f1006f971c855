/** One item of the agenda: when, what about, by whom, and the way to what was said about it. */
import { Link } from '@remix-run/react';
import { useFormat, useSection } from '~/i18n';
import { rakerdaPath } from '~/paths';
import { Alert, Badge } from '~/ui';
import { isRunning, overlapping } from './agendaDays';
import type { AgendaItem } from './agendaItem';
import { EditItem, type FormRakerda } from './itemForms';
import type { AgendaRefusal } from './agenda.post.server';
import type { Measured, Written } from './agenda.read.server';
import { useTopicName } from './agendaTopics';
import { agendaWords } from './agendaWords';

export function ItemCard(props: {
  item: AgendaItem;
  items: readonly AgendaItem[];
  written: Written | undefined;
  measured: NonNullable<Measured[AgendaItem['topic']]>;
  rakerda: FormRakerda;
  now: string;
  isOutside: boolean;
  mayEdit: boolean;
  isEditing: boolean;
  refusal: AgendaRefusal | undefined;
  saved: string | null;
}) {
  const { item, rakerda } = props;
  const text = useSection(agendaWords);
  const format = useFormat();
  const topicName = useTopicName();
  const running = isRunning(item, props.now);
  const beside = props.mayEdit ? overlapping(item, props.items) : [];
  const { notes, commitments } = props.written ?? { notes: 0, commitments: 0 };
  // The zone stands once, behind the end.
  const starts = format.time(item.startsAt, rakerda.timeZone).split(' ')[0];
  return (
    <li
      id={`acara-${item.id}`}
      aria-current={running ? 'time' : undefined}
      className={`scroll-mt-4 px-3 py-2 sm:px-4 ${running ? 'border-l-8 border-l-brand' : ''}`}
    >
      {props.saved ? (
        <div className="mb-2">
          <Alert tone="success">{props.saved}</Alert>
        </div>
      ) : null}
      {props.isEditing ? (
        <EditItem key={item.id} item={item} rakerda={rakerda} refusal={props.refusal} />
      ) : (
        <div className="grid gap-x-4 sm:grid-cols-[9rem_minmax(0,1fr)]">
          <p translate="no" className="font-semibold tabular-nums">
            <time dateTime={item.startsAt}>{starts}</time>–
            <time dateTime={item.endsAt}>{format.time(item.endsAt, rakerda.timeZone)}</time>
          </p>
          <div className="min-w-0">
            <div className="flex flex-wrap items-baseline gap-x-3">
              <h3 className="text-base font-semibold">{item.title}</h3>
              <span className="text-sm text-muted">{topicName(item.topic)}</span>
              {running ? <Badge tone="accent">{text.runningNow}</Badge> : null}
              {item.speaker === '' ? null : (
                <span className="text-sm text-muted">{text.speakerIs({ speaker: item.speaker })}</span>
              )}
            </div>
            {beside.length > 0 ? (
              <p className="text-sm font-medium text-accent">
                <span aria-hidden="true">⚠ </span>
                {text.overlaps({ titles: beside.map((other) => `“${other.title}”`).join(', ') })}
              </p>
            ) : null}
            {props.isOutside && props.mayEdit ? (
              <p className="text-sm font-medium text-accent">
                <span aria-hidden="true">⚠ </span>
                {text.outside}
              </p>
            ) : null}
            <p className="flex flex-wrap gap-x-5 text-sm print:hidden">
              {props.measured.map(({ name, path }) => (
                <ItemLink key={path} to={path} label={`${text.figuresOf({ name })} – ${item.title}`}>
                  {text.figuresOf({ name })}
                </ItemLink>
              ))}
              <ItemLink
                to={`${rakerdaPath(rakerda.id, 'notes')}?acara=${item.id}`}
                label={text.notesOf({ count: format.number(notes), title: item.title })}
              >
                {text.notes({ count: format.number(notes) })}
              </ItemLink>
              <ItemLink
                to={`${rakerdaPath(rakerda.id, 'commitments')}?acara=${item.id}`}
                label={text.commitmentsOf({ count: format.number(commitments), title: item.title })}
              >
                {text.commitments({ count: format.number(commitments) })}
              </ItemLink>
              {props.mayEdit ? (
                <ItemLink to={`?ubah=${item.id}#acara-${item.id}`} label={text.editOf({ title: item.title })}>
                  {text.edit}
                </ItemLink>
              ) : null}
            </p>
          </div>
        </div>
      )}
    </li>
  );
}

function ItemLink({ to, label, children }: { to: string; label: string; children: string }) {
  return (
    <Link
      to={to}
      aria-label={label}
      className="inline-flex min-h-8 items-center text-brand underline underline-offset-2 max-sm:min-h-11"
    >
      {children}
    </Link>
  );
}
