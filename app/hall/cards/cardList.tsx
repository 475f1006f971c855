/** The cards, one line per agency that unfolds to what can be done with them: as short on a phone as for a whole province. */
import { Link } from '@remix-run/react';
import { useFormat, useSection } from '~/i18n';
import { Badge, type BadgeTone } from '~/ui';
import type { AgencyCards, CardFacts, CardState } from './cardRows.server';
import { cardWords } from './cardWords';

const ROLES = ['operator', 'head'] as const;

const TONES: Readonly<Record<CardState, BadgeTone>> = {
  unused: 'neutral',
  used: 'success',
  revoked: 'danger',
  lost: 'accent',
};

interface ListProps {
  readonly agencies: readonly AgencyCards[];
  readonly path: string;
  readonly isOpen: boolean;
  readonly timeZone: string;
}

export function CardList({ agencies, ...rest }: ListProps) {
  return (
    <ul className="rounded-xl border border-line bg-surface">
      {agencies.map((agency) => (
        <li key={agency.agencyCode} className="border-b border-line last:border-0">
          {ROLES.some((role) => agency.cards[role] !== null) ? (
            <details className="group">
              <summary className={`${LINE} list-none hover:bg-sunken [&::-webkit-details-marker]:hidden`}>
                <Line agency={agency} isOpen={rest.isOpen} unfolds />
              </summary>
              <Cards agency={agency} {...rest} />
            </details>
          ) : (
            <div className={LINE}>
              <Line agency={agency} isOpen={rest.isOpen} unfolds={false} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

const LINE =
  'grid min-h-11 items-center gap-x-4 gap-y-1 px-4 py-2 sm:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_minmax(0,4fr)_minmax(0,2fr)]';

function Line({ agency, isOpen, unfolds }: { agency: AgencyCards; isOpen: boolean; unfolds: boolean }) {
  const format = useFormat();
  const section = useSection(cardWords);
  const words = section.list;
  return (
    <>
      <span className="flex gap-2 font-medium">
        <span aria-hidden="true" className={`text-brand group-open:rotate-90 ${unfolds ? '' : 'invisible'}`}>
          ▸
        </span>
        {agency.agencyName}
      </span>
      {ROLES.map((role) => {
        const card = agency.cards[role];
        return (
          <span key={role} className="flex flex-wrap items-center gap-x-2 max-sm:ml-6">
            <span className="text-sm text-muted max-sm:w-20">{section.role[role]}</span>
            {card ? (
              <Badge tone={TONES[card.state]}>{words.state[card.state]}</Badge>
            ) : (
              <span className="text-sm text-muted">{words.none}</span>
            )}
          </span>
        );
      })}
      {/* On a phone only what there is to say. */}
      <span
        className={`text-sm sm:text-right ${agency.screens === 0 ? 'text-muted max-sm:hidden' : 'font-medium max-sm:ml-6'}`}
      >
        {agency.screens === 0
          ? isOpen
            ? words.noScreens
            : null
          : words.screenCount({ count: format.number(agency.screens) })}
      </span>
    </>
  );
}

/** What stands under the line of an agency. */
function Cards({ agency, ...rest }: Omit<ListProps, 'agencies'> & { agency: AgencyCards }) {
  const section = useSection(cardWords);
  const words = section.list;
  const canPrint =
    rest.isOpen && ROLES.some((role) => ['unused', 'used'].includes(agency.cards[role]?.state ?? ''));
  return (
    <div className="grid gap-x-8 gap-y-3 border-t border-line bg-sunken px-4 py-3 sm:grid-cols-2 sm:pl-10 lg:grid-cols-3">
      {ROLES.map((role) => (
        <div key={role} className="space-y-1">
          <p className="font-medium">{section.role[role]}</p>
          <CardFactsOf card={agency.cards[role]} agencyName={agency.agencyName} {...rest} />
        </div>
      ))}
      {canPrint ? (
        <p>
          <Link
            to={`${rest.path}/cetak?instansi=${agency.agencyCode}`}
            className="inline-flex min-h-11 items-center font-medium text-brand underline underline-offset-4"
          >
            {words.printOf({ agency: agency.agencyName })}
          </Link>
        </p>
      ) : null}
    </div>
  );
}

function CardFactsOf(props: Omit<ListProps, 'agencies'> & { card: CardFacts | null; agencyName: string }) {
  const format = useFormat();
  const section = useSection(cardWords);
  const words = section.list;
  const { card } = props;
  if (!card) return <p className="text-muted">{words.none}</p>;
  const at = (iso: string) => ({ at: format.dateTime(iso, props.timeZone) });
  const ofCard = words.ofCard({ role: section.role[card.role], agency: props.agencyName });
  const lines = [
    card.state === 'lost' ? words.lost : null,
    card.revokedAt === null ? null : words.revokedAt(at(card.revokedAt)),
    card.lastUsedAt === null ? words.issuedAt(at(card.issuedAt)) : words.lastUsed(at(card.lastUsedAt)),
    card.people > 0 ? words.people({ count: format.number(card.people) }) : null,
  ];
  return (
    <>
      {lines.map((line) =>
        line === null ? null : (
          <p key={line} className="text-sm text-muted">
            {line}
          </p>
        ),
      )}
      {props.isOpen ? (
        <p className="flex flex-wrap gap-x-4 font-medium">
          <StepLink to={`${props.path}?ganti=${card.id}#konfirmasi`} label={words.reissue} of={ofCard} />
          {card.state === 'revoked' ? null : (
            <StepLink to={`${props.path}?cabut=${card.id}#konfirmasi`} label={words.revoke} of={ofCard} />
          )}
        </p>
      ) : null}
    </>
  );
}

function StepLink(props: { to: string; label: string; of: string }) {
  return (
    <Link to={props.to} className="inline-flex min-h-11 items-center text-brand underline underline-offset-4">
      {props.label}
      <span className="sr-only">{props.of}</span>
    </Link>
  );
}
