/** The fields of a note: the quick form and the form of one note share them. */
import type { KeyboardEvent } from 'react';
import { useSection, useText } from '~/i18n';
import { SelectField, TextAreaField } from '~/ui';
import { BODY_MAX, NOTE_KINDS, type NoteValues } from './noteForm';
import type { NotesPageData } from './notes.read.server';
import { commitmentWords } from './commitmentWords';
import { noteWords } from './noteWords';

type Choices = Pick<NotesPageData, 'agenda' | 'agencies' | 'indicators'>;

export function NoteFields(props: {
  choices: Choices;
  values: NoteValues;
  running?: string | null;
  problem?: string | undefined;
  rows?: number;
}) {
  const section = useSection(commitmentWords);
  const noteText = useSection(noteWords);
  const text = useText();
  const { choices, values } = props;
  return (
    <>
      <fieldset>
        <legend className="font-medium">{noteText.notes.kind}</legend>
        <div className="flex flex-wrap gap-x-6">
          {NOTE_KINDS.map((kind) => (
            <label key={kind} className="flex min-h-11 items-center gap-2">
              <input
                type="radio"
                name="kind"
                value={kind}
                defaultChecked={values.kind === kind}
                className="size-5 accent-brand"
              />
              {section.kind[kind]}
            </label>
          ))}
        </div>
      </fieldset>
      <TextAreaField
        id="body"
        name="body"
        label={noteText.notes.body}
        hint={noteText.notes.bodyHint}
        rows={props.rows ?? 4}
        defaultValue={values.body}
        most={BODY_MAX}
        error={props.problem}
        onKeyDown={submitOnCtrlEnter}
      />
      <SelectField
        id="agendaItemId"
        name="agendaItemId"
        label={noteText.notes.agendaItem}
        defaultValue={values.agendaItemId}
      >
        <option value="">{section.noAgenda}</option>
        {choices.agenda.map((item) => (
          <option key={item.id} value={item.id}>
            {item.id === props.running ? noteText.notes.runningNow({ title: item.title }) : item.title}
          </option>
        ))}
      </SelectField>
      <div className="grid gap-4">
        <SelectField
          id="agencyCode"
          name="agencyCode"
          label={noteText.notes.agency}
          optional
          defaultValue={values.agencyCode}
        >
          <option value="">{section.noAgency}</option>
          {choices.agencies.map((agency) => (
            <option key={agency.code} value={agency.code}>
              {agency.name}
            </option>
          ))}
        </SelectField>
        <SelectField
          id="indicator"
          name="indicator"
          label={text.indicator}
          optional
          defaultValue={values.indicator}
        >
          <option value="">{section.noIndicator}</option>
          {choices.indicators.map((group) => (
            <optgroup key={group.label} label={group.label}>
              {group.indicators.map((indicator) => (
                <option key={indicator.value} value={indicator.value}>
                  {indicator.label}
                </option>
              ))}
            </optgroup>
          ))}
        </SelectField>
      </div>
    </>
  );
}

function submitOnCtrlEnter(event: KeyboardEvent<HTMLTextAreaElement>) {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}
