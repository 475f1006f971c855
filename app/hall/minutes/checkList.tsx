/** What is still missing before a Berita Acara is made, each with the page where it is mended. */
import { Link } from '@remix-run/react';
import { useFormat, useSection } from '~/i18n';
import { Badge } from '~/ui';
import type { MinutesChecks, MinutesPage } from './minutes.read.server';
import { minutesWords } from './minutesWords';

/** More names than these are counted. */
const NAMED = 6;

interface Check {
  readonly what: string;
  readonly isOk: boolean;
  readonly says: string;
  readonly to: string;
}

export function CheckList({ rakerda, checks }: { rakerda: MinutesPage['rakerda']; checks: MinutesChecks }) {
  const { make } = useSection(minutesWords);
  const list = useChecks(rakerda, checks);
  return (
    <>
      <h3 className="text-lg">{make.checks}</h3>
      <p className="mb-3 max-w-prose text-muted">{make.checksHint}</p>
      <ul className="divide-y divide-line border-y border-line">
        {list.map(({ what, isOk, says, to }) => (
          <li key={what} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <div className="min-w-0 flex-1 basis-64">
              <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
                {what}
                <Badge tone={isOk ? 'success' : 'accent'}>
                  <span aria-hidden="true">{isOk ? '✓' : '!'}</span>
                  {isOk ? make.ok : make.open}
                </Badge>
              </p>
              <p className="text-muted">{says}</p>
            </div>
            <Link
              to={to}
              className="inline-flex min-h-11 items-center text-brand underline underline-offset-4"
            >
              {make.see({ what })}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function useChecks(rakerda: MinutesPage['rakerda'], checks: MinutesChecks): readonly Check[] {
  const { make } = useSection(minutesWords);
  const format = useFormat();
  const base = `/rakerda/${rakerda.id}`;
  const some = (names: readonly string[]) =>
    names.length <= NAMED
      ? names.join(', ')
      : make.andMore({
          names: names.slice(0, NAMED).join(', '),
          count: format.number(names.length - NAMED),
        });
  const { votes, attendance, agendaItems, commitments } = checks;
  const inPlenary = rakerda.state !== 'preparation' && rakerda.state !== 'filling';
  const voteGaps = [
    votes.unrevealed > 0 ? make.votesUnrevealed({ count: format.number(votes.unrevealed) }) : '',
    votes.notAgreed > 0 ? make.votesNotAgreed({ count: format.number(votes.notAgreed) }) : '',
  ].filter(Boolean);
  return [
    { what: make.stage, isOk: inPlenary, says: inPlenary ? make.stageOk : make.stageEarly, to: base },
    {
      what: make.agenda,
      isOk: agendaItems > 0,
      says: agendaItems > 0 ? make.agendaOk({ count: format.number(agendaItems) }) : make.agendaNone,
      to: `${base}/agenda`,
    },
    {
      what: make.attendance,
      isOk: attendance.people > 0,
      says:
        attendance.people > 0
          ? make.attendanceOk({
              people: format.number(attendance.people),
              agencies: format.number(attendance.agencies),
            })
          : make.attendanceNone,
      to: `${base}/kehadiran`,
    },
    ...checks.approvals.map((one) => ({
      what: make.approved({ instrument: one.name }),
      isOk: one.pending.length === 0,
      says:
        one.pending.length === 0
          ? make.approvedOk({ count: format.number(one.total) })
          : make.approvedOpen({
              approved: format.number(one.total - one.pending.length),
              count: format.number(one.total),
              names: some(one.pending),
            }),
      to: `${base}?instrumen=${encodeURIComponent(one.code)}`,
    })),
    {
      what: make.votes,
      isOk: voteGaps.length === 0,
      says: voteGaps.length > 0 ? voteGaps.join(' ') : votes.total === 0 ? make.votesNone : make.votesOk,
      to: `${base}/suara`,
    },
    {
      what: make.commitments,
      isOk: commitments.missing.length === 0,
      says:
        commitments.missing.length === 0
          ? make.commitmentsOk({ count: format.number(commitments.total) })
          : make.commitmentsOpen({
              count: format.number(commitments.total),
              names: some(commitments.missing),
            }),
      to: `${base}/komitmen`,
    },
  ];
}
