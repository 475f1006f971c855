/** The page that changes the details of a Rakerda and lets further agencies take part. */
import { useNavigation, useSearchParams } from '@remix-run/react';
import { type ReactNode, useState } from 'react';
import type { LiveEvent } from '~/live';
import { useFormat, useSection, useText } from '~/i18n';
import { rakerdaPath } from '~/paths';
import {
  Alert,
  Button,
  ButtonLink,
  Card,
  CheckField,
  ErrorSummary,
  FilterForm,
  KeptForm,
  ListPages,
  SelectField,
  TextField,
} from '~/ui';
import { MeetingHeader } from '~/rakerda/meetingHeader';
import { setUpWords } from '~/rakerda/setUpWords';
import { useAgencyLine } from './agencyLine';
import { ArmsCard } from './armsCard';
import { GOES_ALONG, HOLDS } from './agencyTraces';
import { DETAIL_FIELDS, type DetailField, type Details } from './rakerdaDetails';
import type { EditPage, EditRefusal } from './edit.post.server';
import { TIME_ZONES } from './timeZones';

type Props = EditPage & { readonly refusal: EditRefusal | undefined };

/** What the page shows: the details, and who takes part. */
export function isAboutDetails(event: LiveEvent): boolean {
  return event.type === 'hint' && event.about === 'rakerda';
}

export function EditScreen(props: Props & { readonly live: ReactNode }) {
  const { rakerda } = props;
  const words = useSection(setUpWords).edit;
  return (
    <>
      <MeetingHeader
        frame={props}
        current="edit"
        title={words.title}
        lead={
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <span>{words.lead({ name: rakerda.name })}</span>
            {props.live}
          </div>
        }
      />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="min-w-0 space-y-6">
          <DetailsCard {...props} />
          <ArmsCard rakerdaId={rakerda.id} arms={props.arms} mayEdit={props.mayEdit} />
        </div>
        <AgenciesCard {...props} />
      </div>
    </>
  );
}

function Saved({ of }: { of: 'data' | 'instansi' | 'keluar' }) {
  const words = useSection(setUpWords).edit;
  const [params] = useSearchParams();
  return params.get('pesan') === of ? <Alert tone="success">{words.saved[of]}</Alert> : null;
}

/** The details that the form starts from: those of the server, and while somebody types in it those it had then. */
function useSteadyDetails(details: Details) {
  const [form, setForm] = useState({ details, isTyped: false });
  const isMoved = DETAIL_FIELDS.some((name) => details[name] !== form.details[name]);
  if (isMoved && !form.isTyped) setForm({ details, isTyped: false });
  return { details: form.details, typed: (isTyped: boolean) => setForm({ ...form, isTyped }) };
}

function DetailsCard(props: Props) {
  const steady = useSteadyDetails(props.details);
  const { edit, form: labels } = useSection(setUpWords);
  const text = useText();
  const busy = useNavigation().state === 'submitting';
  const refusal = props.refusal?.kind === 'details' ? props.refusal : undefined;
  const seen = refusal?.seen ?? steady.details;
  const typed = refusal?.typed ?? steady.details;
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
        key={JSON.stringify(steady.details)}
        method="post"
        kept="rincian"
        action="?"
        noValidate
        className="space-y-4"
        onInput={() => steady.typed(true)}
        onSubmit={() => steady.typed(false)}
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
  const { agencies, refusal } = props;
  const { edit } = useSection(setUpWords);
  const text = useText();
  const format = useFormat();
  const path = rakerdaPath(props.rakerda.id, 'edit');
  const isLocked = !props.mayChangeAgencies || refusal?.kind === 'agenciesLocked';
  // What was looked for stays in the address of the forms, so that a refusal still shows it.
  const action = `?${new URLSearchParams(agencies.search === '' ? {} : { cari: agencies.search }).toString()}`;
  return (
    <Card id="instansi" className="space-y-4">
      <h2 className="text-xl">{edit.agenciesTitle}</h2>
      <Saved of="instansi" />
      <Saved of="keluar" />
      {isLocked ? (
        <Alert tone={refusal?.kind === 'agenciesLocked' ? 'danger' : 'info'}>{edit.agenciesLocked}</Alert>
      ) : (
        <p className="text-muted">{edit.agenciesLead}</p>
      )}
      <Removal {...props} action={action} />
      <FilterForm
        action={path}
        anchor="instansi"
        role="search"
        className="flex flex-wrap items-end gap-3"
        button={<Button tone="secondary">{text.search}</Button>}
      >
        <div className="grow basis-48">
          <TextField
            id="cari"
            name="cari"
            type="search"
            label={text.list.search}
            hint={edit.searchHint}
            defaultValue={agencies.search}
            maxLength={80}
            autoComplete="off"
          />
        </div>
        {agencies.search === '' ? null : (
          <ButtonLink tone="quiet" to={`${path}#instansi`} preventScrollReset>
            {text.list.searchClear}
          </ButtonLink>
        )}
      </FilterForm>
      {agencies.search === '' || isLocked ? null : <Found {...props} action={action} />}
      <section aria-labelledby="yang-ikut" className="space-y-2">
        <h3 id="yang-ikut" className="text-lg">
          {edit.taking({ count: format.number(agencies.count) })}
        </h3>
        {agencies.taking.found === 0 ? (
          <p className="text-muted">{edit.takingNone({ search: agencies.search })}</p>
        ) : (
          <Taking {...props} action={action} isLocked={isLocked} />
        )}
      </section>
    </Card>
  );
}

interface InCard {
  /** Where the card's forms are sent to. */
  readonly action: string;
}

function Found({ agencies, refusal, action }: Props & InCard) {
  const { edit } = useSection(setUpWords);
  const format = useFormat();
  const busy = useNavigation().state === 'submitting';
  const line = useAgencyLine();
  const { found, search } = agencies;
  const shown = found.agencies.length;
  if (shown === 0) return <p className="text-muted">{edit.foundNone({ search })}</p>;
  return (
    <KeptForm key={search} method="post" action={action} preventScrollReset className="space-y-3">
      {refusal?.kind === 'agencies' ? <Alert tone="danger">{edit.agenciesChoose}</Alert> : null}
      <fieldset>
        <legend className="font-medium">{edit.found({ count: format.number(found.count) })}</legend>
        {found.agencies.map((agency) => (
          <div key={agency.code}>
            <input type="hidden" name="found" value={agency.code} />
            <CheckField
              id={`agency-${agency.code}`}
              name="agencyCodes"
              value={agency.code}
              label={line(agency)}
            />
          </div>
        ))}
      </fieldset>
      {shown < found.count ? <p className="text-muted">{edit.foundMore}</p> : null}
      <div className="flex flex-wrap gap-3">
        <Button tone="secondary" name="intent" value="agencies" disabled={busy}>
          {edit.agenciesAdd}
        </Button>
        {shown > 1 ? (
          <Button tone="secondary" name="intent" value="agenciesFound" disabled={busy}>
            {edit.agenciesAddAll({ count: format.number(shown) })}
          </Button>
        ) : null}
      </div>
    </KeptForm>
  );
}

function Taking({ agencies, rakerda, action, isLocked }: Props & InCard & { readonly isLocked: boolean }) {
  const { edit } = useSection(setUpWords);
  const busy = useNavigation().state === 'submitting';
  const line = useAgencyLine();
  const { taking, search } = agencies;
  return (
    <>
      <ul className="divide-y divide-line">
        {taking.items.map((agency) => (
          <li key={agency.code} className="flex flex-wrap items-center justify-between gap-x-3 py-1">
            <span className="min-w-0 grow basis-40">{line(agency)}</span>
            {isLocked ? null : (
              <KeptForm method="post" action={action} preventScrollReset>
                <input type="hidden" name="agencyCode" value={agency.code} />
                <Button
                  tone="quiet"
                  name="intent"
                  value="removeAgency"
                  disabled={busy}
                  aria-label={edit.removeOf({ name: agency.name })}
                >
                  {edit.remove}
                </Button>
              </KeptForm>
            )}
          </li>
        ))}
      </ul>
      <ListPages
        part={taking}
        path={rakerdaPath(rakerda.id, 'edit')}
        kept={search === '' ? {} : { cari: search }}
        anchor="instansi"
      />
    </>
  );
}

/** Asks before an agency leaves, or says why it cannot. */
function Removal({ refusal, action }: Props & InCard) {
  const { edit } = useSection(setUpWords);
  const format = useFormat();
  const busy = useNavigation().state === 'submitting';
  if (refusal?.kind === 'lastAgency') return <Alert tone="danger">{edit.lastAgency}</Alert>;
  if (refusal?.kind === 'held') {
    return (
      <Alert tone="danger" title={edit.held({ name: refusal.agency.name })}>
        <ul className="list-disc pl-5">
          {HOLDS.map((hold) => {
            const count = refusal.holding[hold] ?? 0;
            return count === 0 ? null : (
              <li key={hold}>{edit.holds[hold]({ count: format.number(count) })}</li>
            );
          })}
        </ul>
        <p>{edit.heldAdvice}</p>
      </Alert>
    );
  }
  if (refusal?.kind !== 'confirmRemoval') return null;
  const { agency, traces } = refusal;
  const lost = GOES_ALONG.filter((trace) => traces[trace] > 0);
  return (
    <div className="space-y-3">
      <Alert tone="danger" title={edit.confirmRemoval({ name: agency.name })}>
        <p>{edit.confirmLead}</p>
        {lost.length === 0 ? null : (
          <ul className="list-disc pl-5">
            {lost.map((trace) => (
              <li key={trace}>{edit.goesAlong[trace]({ count: format.number(traces[trace]) })}</li>
            ))}
          </ul>
        )}
      </Alert>
      <KeptForm method="post" action={action} preventScrollReset className="flex flex-wrap gap-3">
        <input type="hidden" name="agencyCode" value={agency.code} />
        <input type="hidden" name="confirmed" value="ya" />
        <Button tone="danger" name="intent" value="removeAgency" disabled={busy}>
          {edit.confirm({ name: agency.name })}
        </Button>
        <ButtonLink tone="quiet" to={`${action}#instansi`} preventScrollReset>
          {edit.keep}
        </ButtonLink>
      </KeptForm>
    </div>
  );
}
