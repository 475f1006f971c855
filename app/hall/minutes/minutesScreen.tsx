/** The page of the Berita Acara: what is missing, the button, and those that were made. */
import { useNavigation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useFormat, useSection, useText } from '~/i18n';
import { rakerdaPath } from '~/paths';
import { MeetingHeader } from '~/rakerda';
import { Alert, Badge, Button, buttonClass, ButtonLink, Card, FileLink, KeptForm } from '~/ui';
import { CheckList } from './checkList';
import { shortChecksum } from './minutesCode';
import type { MinutesRefusal } from './minutes.post.server';
import type { MinutesPage } from './minutes.read.server';
import { minutesWords } from './minutesWords';

export type MinutesScreenProps = MinutesPage & {
  /** Number of the document that was just made. */
  readonly justMade: number | null;
  readonly refusal: MinutesRefusal | undefined;
  readonly live: ReactNode;
};

export function MinutesScreen(props: MinutesScreenProps) {
  const section = useSection(minutesWords);
  const { rakerda, make, made } = props;
  return (
    <>
      <MeetingHeader
        frame={props}
        current="minutes"
        title={section.title}
        lead={section.lead}
        actions={props.live}
      />
      <div className="space-y-6">
        <JustMade {...props} />
        {props.refusal ? <Refusal refusal={props.refusal} stage={rakerda.state} /> : null}
        {make ? <MakeCard rakerda={rakerda} make={make} /> : null}
        <MadeList rakerda={rakerda} made={made} />
      </div>
    </>
  );
}

function JustMade({ justMade, made, rakerda }: MinutesScreenProps) {
  const section = useSection(minutesWords);
  const found = made.find(({ number }) => number === justMade);
  if (!found) return null;
  return (
    <Alert tone="success" title={section.make.done({ number: found.numberText })}>
      <a
        className="inline-flex min-h-11 items-center font-semibold text-brand underline"
        href={`${rakerdaPath(rakerda.id, 'minutes')}/${found.number}.pdf`}
      >
        {section.make.openPdf}
      </a>
    </Alert>
  );
}

function Refusal(props: { refusal: MinutesRefusal; stage: MinutesPage['rakerda']['state'] }) {
  const { refusal, stage } = props;
  const text = useText();
  const { make } = useSection(minutesWords);
  if (refusal.kind === 'locked') {
    return <Alert tone="danger">{make.notAllowed({ stage: text.rakerdaState[stage] })}</Alert>;
  }
  if (refusal.kind === 'busy') return <Alert tone="warning">{make.busy}</Alert>;
  return (
    <Alert tone="danger">
      <p>{make.failed}</p>
      <p className="font-mono">{refusal.requestId}</p>
    </Alert>
  );
}

type Make = NonNullable<MinutesPage['make']>;

function MakeCard({ rakerda, make }: { rakerda: MinutesPage['rakerda']; make: Make }) {
  const text = useText();
  const section = useSection(minutesWords);
  const navigation = useNavigation();
  const busy = navigation.state !== 'idle';
  // Drawing the document takes a few seconds.
  const isMaking = navigation.formMethod === 'POST';
  return (
    <Card aria-labelledby="buat">
      <h2 id="buat" className="mb-4 text-xl">
        {section.make.heading}
      </h2>
      <CheckList rakerda={rakerda} checks={make} />
      {make.isOpen ? (
        <KeptForm method="post" className="mt-5 space-y-3">
          <input type="hidden" name="intent" value="make" />
          <input type="hidden" name="id" value={make.formId} />
          <p className="max-w-prose text-muted">{section.make.language}</p>
          <Button disabled={busy}>{isMaking ? section.make.making : section.make.submit}</Button>
        </KeptForm>
      ) : (
        <div className="mt-5">
          <Alert tone="warning">{section.make.notAllowed({ stage: text.rakerdaState[rakerda.state] })}</Alert>
        </div>
      )}
    </Card>
  );
}

function MadeList({ rakerda, made }: Pick<MinutesPage, 'rakerda' | 'made'>) {
  const section = useSection(minutesWords);
  return (
    <Card aria-labelledby="daftar">
      <h2 id="daftar" className="mb-4 text-xl">
        {section.list.heading}
      </h2>
      {made.length === 0 ? (
        <p className="text-muted">{section.list.none}</p>
      ) : (
        <>
          <ul className="divide-y divide-line">
            {made.map((one, place) => (
              <MadeItem key={one.number} rakerda={rakerda} one={one} isNewest={place === 0} />
            ))}
          </ul>
          <p className="mt-4 text-sm text-muted">{section.list.editableNote}</p>
        </>
      )}
    </Card>
  );
}

function MadeItem(props: {
  rakerda: MinutesPage['rakerda'];
  one: MinutesPage['made'][number];
  isNewest: boolean;
}) {
  const { rakerda, one, isNewest } = props;
  const { list } = useSection(minutesWords);
  const format = useFormat();
  const path = `${rakerdaPath(rakerda.id, 'minutes')}/${one.number}`;
  const label = (what: string) => list.download({ what, number: one.numberText });
  return (
    <li id={`nomor-${one.number}`} className="space-y-3 py-4 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="min-w-0 text-lg break-words">{one.numberText}</h3>
        {isNewest ? <Badge tone="brand">{list.newest}</Badge> : null}
      </div>
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-3">
        <Fact label={list.made}>
          {list.madeBy({ moment: format.dateTime(one.madeAt, rakerda.timeZone), name: one.madeBy })}
        </Fact>
        <Fact label={list.asOf}>{list.asOfEvent({ seq: format.number(one.asOf) })}</Fact>
        <Fact label={list.checksum}>
          <span className="font-mono">{shortChecksum(one.bodySha256)}</span>
        </Fact>
      </dl>
      {one.figuresChanged ? <Alert tone="warning">{list.changed}</Alert> : null}
      <div className="flex flex-wrap gap-3">
        <a
          className={buttonClass(isNewest ? 'primary' : 'secondary')}
          href={`${path}.pdf`}
          aria-label={label(list.pdf)}
        >
          {list.pdf}
        </a>
        <FileLink href={`${path}.docx`} label={label(list.docx)}>
          {list.docx}
        </FileLink>
        <ButtonLink tone="quiet" to={`/periksa/${one.code}`} aria-label={label(list.verify)}>
          {list.verify}
        </ButtonLink>
      </div>
    </li>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-muted">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
