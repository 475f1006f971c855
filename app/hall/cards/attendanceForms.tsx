/** The two forms of the attendance page: one adds a person, one corrects an entry. */
import { Link } from '@remix-run/react';
import { useSection } from '~/i18n';
import { Alert, Button, Card, ErrorSummary, KeptForm, SelectField, TextField } from '~/ui';
import type { AttendanceProps, AttendanceRefusal } from './attendancePage';
import type { Attendee } from './attendanceRows.server';
import { NAME_MAX, type PersonErrors, type TypedPerson } from './person';
import { cardWords } from './cardWords';

type FormProps = Pick<AttendanceProps, 'agencies'> & {
  path: string;
  refusal: AttendanceRefusal | undefined;
};

const EMPTY: TypedPerson = { name: '', position: '', agency: '', institution: '' };

export function AddForm({ agencies, path, refusal, people }: FormProps & Pick<AttendanceProps, 'people'>) {
  const words = useSection(cardWords).attendance;
  const own = refusal?.id === null ? refusal : undefined;
  return (
    <Card aria-labelledby="tambah" className="space-y-4 print:hidden">
      <h2 id="tambah" className="text-xl">
        {words.addTitle}
      </h2>
      <Summary prefix="tambah" errors={own?.errors} />
      {/* A person who was added empties the form. */}
      <KeptForm
        key={people}
        method="post"
        kept="baru"
        action={path}
        noValidate
        preventScrollReset
        className="space-y-4"
      >
        <Fields prefix="tambah" agencies={agencies} values={own?.typed ?? EMPTY} errors={own?.errors} />
        <Button name="intent" value="add">
          {words.add}
        </Button>
      </KeptForm>
    </Card>
  );
}

export function ChangeForm({ agencies, path, refusal, editing }: FormProps & { editing: Attendee }) {
  const words = useSection(cardWords).attendance;
  const own = refusal?.id === editing.id ? refusal : undefined;
  const values = own?.typed ?? {
    name: editing.name,
    position: editing.position,
    agency: editing.agencyCode ?? '',
    institution: editing.institution,
  };
  return (
    <Card id="ubah" aria-labelledby="ubah-judul" className="space-y-4 border-2 border-brand! print:hidden">
      <h2 id="ubah-judul" className="text-xl">
        {words.changeTitle({ name: editing.name })}
      </h2>
      {own?.problem?.kind === 'moved' ? <Alert tone="danger">{words.moved(own.problem.now)}</Alert> : null}
      <Summary prefix="ubah" errors={own?.errors} />
      <KeptForm
        method="post"
        kept={`ubah ${editing.id}`}
        action={`${path}?ubah=${editing.id}`}
        noValidate
        className="space-y-4"
      >
        <input type="hidden" name="id" value={editing.id} />
        <input type="hidden" name="beforeName" value={editing.name} />
        <input type="hidden" name="beforePosition" value={editing.position} />
        <div className="grid gap-4 sm:grid-cols-2">
          <Fields prefix="ubah" agencies={agencies} values={values} errors={own?.errors} />
        </div>
        <div className="flex flex-wrap items-center gap-4">
          <Button name="intent" value="change">
            {words.save}
          </Button>
          <Link
            to={path}
            className="inline-flex min-h-11 items-center font-semibold text-brand underline underline-offset-4"
          >
            {words.cancel}
          </Link>
        </div>
      </KeptForm>
      <details>
        <summary className="min-h-11 py-2 font-medium text-danger">{words.removeTitle}</summary>
        <KeptForm method="post" action={path} className="space-y-3 pt-2">
          <input type="hidden" name="id" value={editing.id} />
          <p>{words.removeText}</p>
          <Button tone="danger" name="intent" value="remove">
            {words.remove}
          </Button>
        </KeptForm>
      </details>
    </Card>
  );
}

const FIELDS = ['name', 'position', 'agency', 'institution'] as const;

function Summary({ prefix, errors }: { prefix: string; errors: PersonErrors | undefined }) {
  const messages = useSection(cardWords).errors;
  const found = FIELDS.flatMap((field) => {
    const error = errors?.[field];
    return error ? [{ id: `${prefix}-${field}`, message: messages[error] }] : [];
  });
  return <ErrorSummary errors={found} />;
}

function Fields(props: {
  prefix: string;
  agencies: AttendanceProps['agencies'];
  values: TypedPerson;
  errors: PersonErrors | undefined;
}) {
  const section = useSection(cardWords);
  const words = section.attendance;
  const { prefix, values } = props;
  const messageOf = (field: (typeof FIELDS)[number]) => {
    const error = props.errors?.[field];
    return error ? section.errors[error] : undefined;
  };
  return (
    <>
      <TextField
        id={`${prefix}-name`}
        name="name"
        label={words.name}
        defaultValue={values.name}
        error={messageOf('name')}
        autoComplete="off"
        autoCapitalize="words"
        required
        maxLength={NAME_MAX}
      />
      <TextField
        id={`${prefix}-position`}
        name="position"
        label={words.position}
        optional
        defaultValue={values.position}
        error={messageOf('position')}
        autoComplete="off"
        maxLength={NAME_MAX}
      />
      <SelectField
        id={`${prefix}-agency`}
        name="agency"
        label={words.agency}
        defaultValue={values.agency}
        error={messageOf('agency')}
      >
        <option value="">{words.otherAgency}</option>
        {props.agencies.map((agency) => (
          <option key={agency.code} value={agency.code}>
            {agency.name}
          </option>
        ))}
      </SelectField>
      <TextField
        id={`${prefix}-institution`}
        name="institution"
        label={words.institutionField}
        hint={words.institutionHint}
        optional
        defaultValue={values.institution}
        error={messageOf('institution')}
        autoComplete="off"
        maxLength={NAME_MAX}
      />
    </>
  );
}
