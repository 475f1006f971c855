/** The first screen of a participant, on a phone: type the code, or scan it; say who you are; in. */
import { Form, Link } from '@remix-run/react';
import { useSection } from '~/i18n';
import { Alert, Button, Card, DemoMark, ErrorSummary, KeptForm, TextField } from '~/ui';
import type { JoinPage } from './join.read.server';
import { NAME_MAX, type JoinRefusal } from './person';
import { LONGEST_TYPED } from './cardCode';
import type { CardHolder } from './cardRows.server';
import { cardWords } from './cardWords';
import { signInWords } from '~/accounts/signInWords';

/** A person who could not be written down as typed. */
export function JoinScreen({ page, refusal }: { page: JoinPage; refusal: JoinRefusal | undefined }) {
  const words = useSection(cardWords).join;
  return (
    <div className="mx-auto max-w-xl space-y-6">
      {page.kind === 'found' && page.holder.rakerda.isDemo ? <DemoMark /> : null}
      <h1 className="text-3xl">{words.title}</h1>
      {page.kind === 'found' ? <Person page={page} refusal={refusal} /> : <Code page={page} />}
    </div>
  );
}

function Code({ page }: { page: Exclude<JoinPage, { kind: 'found' }> }) {
  const words = useSection(cardWords).join;
  const error =
    page.kind === 'malformed' ? (page.typed.trim() === '' ? words.required : words.malformed) : undefined;
  return (
    <>
      {page.kind === 'wrong' ? (
        <Alert tone="danger" title={words.wrongTitle}>
          {words.wrong}
        </Alert>
      ) : null}
      {page.kind === 'unchecked' ? (
        <Alert tone="warning" title={words.uncheckedTitle}>
          {words.unchecked}
        </Alert>
      ) : null}
      {page.kind === 'over' ? (
        <Alert tone="warning" title={words.overTitle}>
          {words.over({ rakerda: page.rakerdaName })}
        </Alert>
      ) : null}
      <Card className="space-y-4">
        <p>{words.lead}</p>
        <Form method="get" action="/gabung" noValidate className="space-y-4">
          <TextField
            id="kode"
            name="kode"
            label={words.code}
            hint={words.codeHint}
            error={error}
            defaultValue={page.typed}
            key={page.typed}
            required
            maxLength={LONGEST_TYPED}
            inputMode="text"
            autoCapitalize="characters"
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            className="min-h-16 text-center font-mono text-2xl! tracking-widest uppercase"
          />
          <Button className="min-h-14 w-full text-lg">{words.find}</Button>
        </Form>
        <p className="text-sm text-muted">
          {words.noCard}
          <Link to="/masuk" className="text-brand underline underline-offset-2">
            {words.signIn}
          </Link>
          .
        </p>
      </Card>
    </>
  );
}

function Person(props: { page: Extract<JoinPage, { kind: 'found' }>; refusal: JoinRefusal | undefined }) {
  const section = useSection(cardWords);
  const words = section.join;
  const { page, refusal } = props;
  const messageOf = (field: 'name' | 'position') => {
    const error = refusal?.errors[field];
    return error ? section.errors[error] : undefined;
  };
  const summary = (['name', 'position'] as const).flatMap((id) => {
    const message = messageOf(id);
    return message ? [{ id, message }] : [];
  });
  return (
    <>
      <Whom holder={page.holder} />
      {page.signedIn ? <AlreadyIn signedIn={page.signedIn} /> : null}
      <Card aria-labelledby="siapa" className="space-y-4">
        <div>
          <h2 id="siapa" className="text-xl">
            {words.who}
          </h2>
          <p className="text-muted">{page.signedIn?.isThisCard ? words.sameHint : words.whoHint}</p>
        </div>
        <ErrorSummary errors={summary} />
        {/* On the page only: with what is typed the device would keep the code of the card. */}
        <KeptForm method="post" action="/gabung" noValidate className="space-y-4">
          <input type="hidden" name="kode" value={page.code} />
          <TextField
            id="name"
            name="name"
            label={words.name}
            error={messageOf('name')}
            defaultValue={refusal?.name ?? ''}
            autoComplete="name"
            autoCapitalize="words"
            required
            maxLength={NAME_MAX}
          />
          <TextField
            id="position"
            name="position"
            label={words.position}
            optional
            error={messageOf('position')}
            defaultValue={refusal?.position ?? ''}
            autoComplete="organization-title"
            maxLength={NAME_MAX}
          />
          <Button className="min-h-14 w-full text-lg">{words.submit}</Button>
        </KeptForm>
      </Card>
      <p>
        <Link
          to="/gabung"
          className="inline-flex min-h-11 items-center text-brand underline underline-offset-4"
        >
          {words.another}
        </Link>
      </p>
    </>
  );
}

function Whom({ holder }: { holder: CardHolder }) {
  const section = useSection(cardWords);
  return (
    <div className="rounded-xl border-l-8 border-brand bg-brand-soft px-4 py-3">
      <p>{section.join.youAre}</p>
      <p className="text-xl font-bold">
        {section.role[holder.role]} {holder.agencyName}
      </p>
      <p>{holder.rakerda.name}</p>
    </div>
  );
}

function AlreadyIn({
  signedIn,
}: {
  signedIn: NonNullable<Extract<JoinPage, { kind: 'found' }>['signedIn']>;
}) {
  const signInText = useSection(signInWords);
  const words = useSection(cardWords).join;
  return (
    <Alert
      tone={signedIn.isThisCard ? 'info' : 'warning'}
      title={signedIn.isThisCard ? words.alreadySame : words.already({ name: signedIn.name })}
    >
      {signedIn.isThisCard ? null : <p>{words.alreadySwitch}</p>}
      <Link
        to={signedIn.isThisCard ? signedIn.path : '/'}
        className="inline-flex min-h-11 items-center font-semibold text-brand underline underline-offset-4"
      >
        {signedIn.isThisCard ? words.goOn : signInText.goOn}
      </Link>
    </Alert>
  );
}
