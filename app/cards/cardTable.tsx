/** The cards of every agency: a table where there is room, one block per agency on a phone. */
import { Link } from '@remix-run/react';
import { useFormat, useSection } from '~/i18n';
import { Badge, type BadgeTone } from '~/ui';
import type { AgencyCards, CardFacts, CardState } from './queries.server';
import { words as sections } from './words';

const ROLES = ['operator', 'head'] as const;

const TONES: Readonly<Record<CardState, BadgeTone>> = {
  unused: 'neutral',
  used: 'success',
  revoked: 'danger',
  lost: 'accent',
};

interface TableProps {
  readonly agencies: readonly AgencyCards[];
  readonly path: string;
  readonly isOpen: boolean;
  readonly timeZone: string;
}

export function CardTable({ agencies, ...rest }: TableProps) {
  const section = useSection(sections);
  const words = section.list;
  return (
    <table className="w-full text-left max-lg:block">
      <caption className="sr-only">{words.tableCaption}</caption>
      <thead className="max-lg:sr-only">
        <tr className="border-b border-line-strong">
          <th scope="col" className="py-2 pr-4">
            {words.agency}
          </th>
          {ROLES.map((role) => (
            <th key={role} scope="col" className="py-2 pr-4">
              {section.role[role]}
            </th>
          ))}
          <th scope="col" className="py-2">
            {words.screens}
          </th>
        </tr>
      </thead>
      <tbody className="max-lg:block">
        {agencies.map((agency) => (
          <AgencyRow key={agency.agencyCode} agency={agency} {...rest} />
        ))}
      </tbody>
    </table>
  );
}

function AgencyRow({ agency, ...rest }: Omit<TableProps, 'agencies'> & { agency: AgencyCards }) {
  const format = useFormat();
  const section = useSection(sections);
  const words = section.list;
  const canPrint =
    rest.isOpen && ROLES.some((role) => ['unused', 'used'].includes(agency.cards[role]?.state ?? ''));
  return (
    <tr className="border-b border-line align-top max-lg:block max-lg:py-3">
      <th scope="row" className="py-2 pr-4 max-lg:block">
        <span className="block">{agency.agencyName}</span>
        {canPrint ? (
          <Link
            to={`${rest.path}/cetak?instansi=${agency.agencyCode}`}
            className="inline-flex min-h-11 items-center font-medium text-brand underline underline-offset-4"
          >
            <span aria-hidden="true">{words.printOne}</span>
            <span className="sr-only">{words.printOf({ agency: agency.agencyName })}</span>
          </Link>
        ) : null}
      </th>
      {ROLES.map((role) => (
        <td key={role} className="py-2 pr-4 max-lg:block">
          <span aria-hidden="true" className="font-medium lg:hidden">
            {section.role[role]}
          </span>
          <CardCell card={agency.cards[role]} agencyName={agency.agencyName} {...rest} />
        </td>
      ))}
      <td className={`py-2 max-lg:block ${agency.screens === 0 ? 'text-muted' : 'font-medium'}`}>
        <span className="lg:hidden">{words.screens}: </span>
        {agency.screens === 0 ? words.noScreens : words.screenCount({ count: format.number(agency.screens) })}
      </td>
    </tr>
  );
}

function CardCell(props: Omit<TableProps, 'agencies'> & { card: CardFacts | null; agencyName: string }) {
  const format = useFormat();
  const section = useSection(sections);
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
    <div className="space-y-1">
      <Badge tone={TONES[card.state]}>{words.state[card.state]}</Badge>
      {lines.map((line) =>
        line === null ? null : (
          <p key={line} className="text-sm text-muted">
            {line}
          </p>
        ),
      )}
      {props.isOpen ? (
        <p className="flex flex-wrap gap-x-4 text-sm font-medium">
          <StepLink to={`${props.path}?ganti=${card.id}#konfirmasi`} label={words.reissue} of={ofCard} />
          {card.state === 'revoked' ? null : (
            <StepLink to={`${props.path}?cabut=${card.id}#konfirmasi`} label={words.revoke} of={ofCard} />
          )}
        </p>
      ) : null}
    </div>
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
