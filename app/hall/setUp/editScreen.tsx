/** The page that changes the details of a Rakerda and lets further agencies take part. */
import { useNavigation, useSearchParams } from '@remix-run/react';
import { useSection, useText } from '~/i18n';
import { rakerdaPath } from '~/paths';
import {
  Alert,
  Button,
  ButtonLink,
  Card,
  CheckField,
  ErrorSummary,
  KeptForm,
  SelectField,
  TextField,
} from '~/ui';
import { MeetingHeader } from '~/rakerda/meetingHeader';
import { setUpWords } from '~/rakerda/setUpWords';
import { DETAIL_FIELDS, type DetailField } from './rakerdaDetails';
import type { EditPage, EditRefusal } from './edit.post.server';
import { TIME_ZONES } from './timeZones';

type Props = EditPage & { readonly refusal: EditRefusal | undefined };

export function EditScreen(props: Props) {
  const { rakerda } = props;
  const words = useSection(setUpWords).edit;
  return (
    <>
      <MeetingHeader
        frame={props}
        current="edit"
        title={words.title}
        lead={words.lead({ name: rakerda.name })}
      />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <DetailsCard {...props} />
        <AgenciesCard {...props} />
      </div>
    </>
  );
}

function Saved({ of }: { of: 'data' | 'instansi' }) {
  const words = useSection(setUpWords).edit;
  const [params] = useSearchParams();
  return params.get('pesan') === of ? <Alert tone="success">{words.saved[of]}</Alert> : null;
}

function DetailsCard(props: Props) {
  const { edit, form: labels } = useSection(setUpWords);
  const text = useText();
  const busy = useNavigation().state === 'submitting';
  const refusal = props.refusal?.kind === 'details' ? props.refusal : undefined;
  const seen = refusal?.seen ?? props.details;
  const typed = refusal?.typed ?? props.details;
  const nameOf = (id: string) => props.previous.find((one) => one.id === id)?.name ?? labels.previousNone;
  const errorOf = (field: DetailField) => {
    const key = refusal?.errors[field];
    if (key) return labels.errors[key]({ field: labels[field] });
    const now = refusal?.now[field];
    if (now === undefined) return undefined;
    return edit.moved({ value: field === 'previousId' ? nameOf(now) : now });
  };
  const summary = DETAIL_FIELDS.flatMap((field) => {
    const message = errorOf(field);
    return message
      ? [{ id: field, message: refusal?.errors[field] ? message : `${labels[field]}: ${message}` }]
      : [];
  });
  const field = (name: DetailField) => ({
    id: name,
    name,
    label: labels[name],
    error: errorOf(name),
    defaultValue: typed[name],
    disabled: !props.mayEdit,
  });
  return (
    <Card id="data" className="space-y-4">
      <h2 className="text-xl">{edit.aboutTitle}</h2>
      <Saved of="data" />
      {props.refusal?.kind === 'detailsLocked' ? <Alert tone="danger">{edit.locked}</Alert> : null}
      {!props.mayEdit && props.refusal?.kind !== 'detailsLocked' ? <Alert>{edit.locked}</Alert> : null}
      {/* What is stored now refills the fields after a save. */}
      <KeptForm
        key={JSON.stringify(props.details)}
        method="post"
        kept="rincian"
        action="?"
        noValidate
        className="space-y-4"
      >
        <ErrorSummary errors={summary} />
        {DETAIL_FIELDS.map((name) => (
          <input key={name} type="hidden" name={`seen.${name}`} value={seen[name]} />
        ))}
        <TextField {...field('name')} required maxLength={120} autoComplete="off" />
        <div className="grid gap-4 sm:grid-cols-3">
          <TextField {...field('year')} required inputMode="numeric" maxLength={4} autoComplete="off" />
          <TextField {...field('startsOn')} type="date" required />
          <TextField {...field('endsOn')} type="date" required />
        </div>
        <TextField {...field('place')} required maxLength={120} autoComplete="off" />
        <TextField {...field('host')} required maxLength={160} autoComplete="organization" />
        <SelectField {...field('timeZone')}>
          {TIME_ZONES.map((zone) => (
            <option key={zone} value={zone}>
              {labels.timeZones[zone]}
            </option>
          ))}
        </SelectField>
        <SelectField {...field('previousId')} hint={labels.previousHint} optional>
          <option value="">{labels.previousNone}</option>
          {props.previous.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </SelectField>
        <CheckField
          id="moveAgenda"
          name="moveAgenda"
          label={edit.moveAgenda}
          hint={edit.moveAgendaHint}
          defaultChecked={refusal?.moveAgenda ?? true}
          disabled={!props.mayEdit}
        />
        {props.mayEdit ? (
          <div className="flex flex-wrap gap-3">
            <Button name="intent" value="details" disabled={busy}>
              {edit.save}
            </Button>
            <ButtonLink tone="quiet" to={rakerdaPath(props.rakerda.id)}>
              {text.cancel}
            </ButtonLink>
          </div>
        ) : null}
      </KeptForm>
    </Card>
  );
}

function AgenciesCard(props: Props) {
  const { edit } = useSection(setUpWords);
  const busy = useNavigation().state === 'submitting';
  const isLocked = !props.mayAddAgencies || props.refusal?.kind === 'agenciesLocked';
  return (
    <Card id="instansi" className="space-y-4">
      <h2 className="text-xl">{edit.agenciesTitle}</h2>
      <Saved of="instansi" />
      {isLocked ? (
        <Alert tone={props.refusal?.kind === 'agenciesLocked' ? 'danger' : 'info'}>
          {edit.agenciesLocked}
        </Alert>
      ) : null}
      {!isLocked && props.further.length === 0 ? <p>{edit.agenciesNone}</p> : null}
      {!isLocked && props.further.length > 0 ? (
        <>
          <p className="text-muted">{edit.agenciesLead}</p>
          <KeptForm method="post" action="?" className="space-y-3">
            {props.refusal?.kind === 'agencies' ? <Alert tone="danger">{edit.agenciesChoose}</Alert> : null}
            <fieldset>
              <legend className="font-medium">{edit.agencies}</legend>
              {props.further.map((agency) => (
                <CheckField
                  key={agency.code}
                  id={`agency-${agency.code}`}
                  name="agencyCodes"
                  value={agency.code}
                  label={agency.name}
                />
              ))}
            </fieldset>
            <Button tone="secondary" name="intent" value="agencies" disabled={busy}>
              {edit.agenciesAdd}
            </Button>
          </KeptForm>
        </>
      ) : null}
    </Card>
  );
}
