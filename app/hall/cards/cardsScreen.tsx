/** Who has a card, and what can be done with it. Confirming is a step of its own, so that it works without scripts. */
import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useFormat, useSection } from '~/i18n';
import { type RakerdaPage, rakerdaPath } from '~/paths';
import { MeetingHeader } from '~/rakerda';
import { Alert, Button, ButtonLink, Card, KeptForm, ListPages, type ListPart, ListSearch } from '~/ui';
import type { RakerdaFacts } from '~/rakerda/rakerdaFacts.server';
import type { CardMessage } from './cards.post.server';
import { CardList } from './cardList';
import { QrCode } from './qrCode';
import type { AgencyCards, CardFacts } from './cardRows.server';
import { cardWords } from './cardWords';

/** An operator's and a head's. */
const CARDS_EACH = 2;

export interface Step {
  readonly kind: 'reissue' | 'revoke';
  readonly card: CardFacts;
  readonly agencyName: string;
}

export interface CardsProps {
  readonly rakerda: RakerdaFacts;
  readonly pages: readonly RakerdaPage[];
  /** How many agencies take part, and the cards of those on this page. */
  readonly agencies: number;
  readonly part: ListPart<AgencyCards>;
  /** Cards that were never made, or whose code nobody knows any more. */
  readonly missing: number;
  readonly printable: number;
  readonly unused: number;
  readonly isOpen: boolean;
  readonly address: {
    readonly origin: string;
    readonly isReachable: boolean;
    readonly qr: { readonly path: string; readonly size: number } | null;
  };
  /** What the reader is asked to confirm. */
  readonly step: Step | null;
  readonly message: CardMessage | null;
}

export function CardsScreen(props: CardsProps & { live: ReactNode }) {
  const { rakerda, message } = props;
  const words = useSection(cardWords).list;
  const path = rakerdaPath(rakerda.id, 'cards');
  const hasCards = props.missing < props.agencies * CARDS_EACH;
  const said = { dibuat: words.issued, diganti: words.reissued, dicabut: words.revoked };
  return (
    <div className="space-y-6">
      <div>
        <MeetingHeader frame={props} current="cards" title={words.title} lead={words.lead} />
      </div>
      {message ? <Alert tone="success">{said[message]}</Alert> : null}
      {props.isOpen ? null : <Alert tone="warning">{words.closed}</Alert>}
      {props.step ? <Confirmation step={props.step} path={path} /> : null}
      {props.isOpen ? <Next {...props} path={path} /> : null}
      {props.isOpen ? <Address address={props.address} /> : null}
      {props.agencies > 0 && (props.isOpen || hasCards) ? (
        <section aria-labelledby="daftar-kartu" className="space-y-3">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <h2 id="daftar-kartu" className="text-xl">
              {words.tableTitle}
            </h2>
            {props.live}
          </div>
          {props.isOpen && hasCards ? <p className="text-sm text-muted">{words.unfold}</p> : null}
          {props.part.isLong ? <ListSearch part={props.part} path={path} anchor="daftar-kartu" /> : null}
          <CardList
            agencies={props.part.items}
            path={path}
            isOpen={props.isOpen}
            timeZone={rakerda.timeZone}
          />
          <ListPages part={props.part} path={path} anchor="daftar-kartu" />
        </section>
      ) : null}
    </div>
  );
}

/** The one thing to do now: make what is missing, then print. */
function Next(props: CardsProps & { path: string }) {
  const format = useFormat();
  const words = useSection(cardWords).list;
  const { missing, printable, unused, path } = props;
  if (props.agencies === 0) return <Alert>{words.noAgencies}</Alert>;
  return (
    <div className="space-y-2">
      {missing === 0 ? <p>{words.allIssued}</p> : null}
      <div className="flex flex-wrap items-center gap-3">
        {missing > 0 ? (
          <KeptForm method="post" action={path} preventScrollReset>
            <Button name="intent" value="issue">
              {words.issue({ count: format.number(missing) })}
            </Button>
          </KeptForm>
        ) : null}
        {printable > 0 ? (
          <ButtonLink to={`${path}/cetak`} tone={missing > 0 ? 'secondary' : 'primary'}>
            {words.print({ count: format.number(printable) })}
          </ButtonLink>
        ) : null}
        {unused > 0 && unused < printable ? (
          <ButtonLink to={`${path}/cetak?hanya=belum-dipakai`}>
            {words.printUnused({ count: format.number(unused) })}
          </ButtonLink>
        ) : null}
      </div>
    </div>
  );
}

/** Where a card's code is typed. */
const JOIN = '/gabung';

function Address({ address }: Pick<CardsProps, 'address'>) {
  const words = useSection(cardWords).list;
  const target = `${address.origin}${JOIN}`;
  return (
    <Card aria-labelledby="alamat" className="space-y-3">
      <h2 id="alamat" className="text-xl">
        {words.addressTitle}
      </h2>
      {address.isReachable ? null : (
        <Alert tone="danger" title={words.unreachableTitle}>
          <p>{words.unreachable}</p>
        </Alert>
      )}
      <div className="flex flex-wrap items-center gap-6">
        {address.qr ? (
          <QrCode qr={address.qr} label={words.qrAlt({ address: target })} className="size-32" />
        ) : null}
        <div className="min-w-0 max-w-prose flex-1 basis-64 space-y-2">
          <p className="font-mono text-lg font-semibold sm:text-xl">
            {address.origin}
            <wbr />
            {JOIN}
          </p>
          {address.isReachable ? (
            <>
              <p>{words.addressLead}</p>
              <p className="text-sm text-muted">{words.addressOther}</p>
            </>
          ) : null}
        </div>
      </div>
    </Card>
  );
}

function Confirmation({ step, path }: { step: Step; path: string }) {
  const section = useSection(cardWords);
  const words = section.confirm;
  const { card } = step;
  const of = { role: section.role[card.role], agency: step.agencyName };
  const isReissue = step.kind === 'reissue';
  return (
    <Card id="konfirmasi" aria-labelledby="konfirmasi-judul" className="space-y-3 border-2 border-danger!">
      <h2 id="konfirmasi-judul" className="text-xl">
        {isReissue ? words.reissueTitle(of) : words.revokeTitle(of)}
      </h2>
      <p className="max-w-prose">
        {isReissue ? (card.state === 'revoked' ? words.reissueRevoked : words.reissueText) : words.revokeText}
      </p>
      <KeptForm method="post" action={path} className="flex flex-wrap gap-3">
        <input type="hidden" name="card" value={card.id} />
        <input type="hidden" name="issuedAt" value={card.issuedAt} />
        <Button tone="danger" name="intent" value={step.kind}>
          {isReissue ? words.reissue : words.revoke}
        </Button>
        <Link
          to={path}
          className="inline-flex min-h-11 items-center px-3 font-semibold text-brand underline underline-offset-4"
        >
          {words.cancel}
        </Link>
      </KeptForm>
    </Card>
  );
}
