/** The forms of an agenda item: to add one, and to change or remove one where it stands. */
import { useNavigation } from '@remix-run/react';
import { useState } from 'react';
import { useFormat, useSection, useText } from '~/i18n';
import { toLocal, zoneName } from '~/i18n/zonedTime';
import { Alert, Button, ButtonLink, ErrorSummary, KeptForm, SelectField, TextField } from '~/ui';
import type { AgendaItem } from './agendaItem';
import { ITEM_FIELDS, type ItemErrors, type ItemField, type ItemValues, valuesOf } from './itemValues';
import type { AgendaRefusal } from './agenda.post.server';
import { TOPICS, useTopicName } from './agendaTopics';
import { agendaWords } from './agendaWords';

export interface FormRakerda {
  readonly id: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly timeZone: string;
}

const FIRST_START = '09:00';

export function AddItem(props: {
  rakerda: FormRakerda;
  newId: string;
  atFirst: { readonly date: string; readonly after: AgendaItem | undefined };
  refusal: Extract<AgendaRefusal, { kind: 'invalid' }> | undefined;
}) {
  const text = useSection(agendaWords);
  const { after, date } = props.atFirst;
  // What the live stream brings must not change a form that somebody is filling in.
  const [id] = useState(props.refusal?.id ?? props.newId);
  const [values] = useState<ItemValues>(
    props.refusal?.values ?? {
      date,
      start: after ? toLocal(after.endsAt, props.rakerda.timeZone).time : FIRST_START,
      end: '',
      topic: 'spbe',
      title: '',
      speaker: '',
    },
  );
  const busy = useNavigation().state === 'submitting';
  return (
    <KeptForm method="post" kept="baru" action="?" noValidate className="space-y-4">
      <input type="hidden" name="id" value={id} />
      <Fields prefix="tambah" rakerda={props.rakerda} values={values} errors={props.refusal?.errors ?? {}} />
      <Button name="intent" value="add" disabled={busy}>
        {text.add}
      </Button>
    </KeptForm>
  );
}

export function EditItem(props: {
  item: AgendaItem;
  rakerda: FormRakerda;
  refusal: AgendaRefusal | undefined;
}) {
  const { item, rakerda } = props;
  const text = useSection(agendaWords);
  const ui = useText();
  const refusal =
    props.refusal && 'id' in props.refusal && props.refusal.id === item.id ? props.refusal : undefined;
  const busy = useNavigation().state === 'submitting';
  // The version the person saw: a newer one from the live stream must not slip under what was typed.
  const [seen] = useState({ version: item.version, values: valuesOf(item, rakerda.timeZone) });
  const version = refusal?.kind === 'moved' ? refusal.now.version : seen.version;
  const values = refusal?.values ?? seen.values;
  return (
    <div className="space-y-4">
      <h3 className="text-lg">{text.editTitle({ title: seen.values.title })}</h3>
      {refusal?.kind === 'moved' ? <Moved now={refusal.now} timeZone={rakerda.timeZone} /> : null}
      <KeptForm method="post" kept={`ubah ${item.id}`} action="?" noValidate className="space-y-4">
        <input type="hidden" name="id" value={item.id} />
        <input type="hidden" name="version" value={version} />
        <Fields
          prefix="ubah"
          rakerda={rakerda}
          values={values}
          errors={refusal?.kind === 'invalid' ? refusal.errors : {}}
        />
        <div className="flex flex-wrap gap-3">
          <Button name="intent" value="change" disabled={busy}>
            {text.save}
          </Button>
          <ButtonLink tone="quiet" to={`?#acara-${item.id}`}>
            {ui.cancel}
          </ButtonLink>
        </div>
      </KeptForm>
      <KeptForm method="post" action="?" className="border-t border-line pt-4">
        <input type="hidden" name="id" value={item.id} />
        <input type="hidden" name="version" value={version} />
        <Button tone="danger" name="intent" value="remove" disabled={busy} aria-describedby="hapus-hint">
          {text.remove}
        </Button>
        <p id="hapus-hint" className="mt-1 text-sm text-muted">
          {text.removeHint}
        </p>
      </KeptForm>
    </div>
  );
}

function Moved({ now, timeZone }: { now: AgendaItem; timeZone: string }) {
  const text = useSection(agendaWords);
  const format = useFormat();
  const topicName = useTopicName();
  const when = `${format.dateTime(now.startsAt, timeZone)} – ${format.time(now.endsAt, timeZone)}`;
  return (
    <Alert tone="danger" title={text.moved}>
      <p>{text.movedNow({ when, topic: topicName(now.topic), title: now.title })}</p>
    </Alert>
  );
}

function Fields(props: { prefix: string; rakerda: FormRakerda; values: ItemValues; errors: ItemErrors }) {
  const { rakerda, values, errors } = props;
  const text = useSection(agendaWords);
  const topicName = useTopicName();
  const errorOf = (field: ItemField) => {
    const key = errors[field];
    return key ? text.errors[key]({ field: text.fields[field] }) : undefined;
  };
  const summary = ITEM_FIELDS.flatMap((field) => {
    const message = errorOf(field);
    return message ? [{ id: `${props.prefix}-${field}`, message }] : [];
  });
  const field = (name: ItemField) => ({
    id: `${props.prefix}-${name}`,
    name,
    label: text.fields[name],
    error: errorOf(name),
    defaultValue: values[name],
  });
  return (
    <>
      <ErrorSummary errors={summary} />
      <TextField {...field('date')} type="date" required min={rakerda.startsOn} max={rakerda.endsOn} />
      <div className="grid grid-cols-2 gap-3">
        <TextField {...field('start')} type="time" required />
        <TextField {...field('end')} type="time" required />
      </div>
      <p className="text-sm text-muted">{text.timeHint({ zone: zoneName(rakerda.timeZone) })}</p>
      <SelectField {...field('topic')} required>
        {TOPICS.map((topic) => (
          <option key={topic} value={topic}>
            {topicName(topic)}
          </option>
        ))}
      </SelectField>
      <TextField {...field('title')} required maxLength={160} autoComplete="off" />
      <TextField {...field('speaker')} optional maxLength={160} autoComplete="off" />
    </>
  );
}
