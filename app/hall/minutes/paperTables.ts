/** The tables of the paper that hold figures: results, votes, commitments. */
import { formatDay, formatFigure, formatNumber } from '~/i18n';
import type { Block, Column, TableRow } from './paperBlocks';
import type { MinutesBody, MinutesCommitment, MinutesResult, MinutesTopic, MinutesVote } from './minutesBody';
import { grouped } from './minutesCode';
import { paperWords as words } from './paperWords';

const number = (value: number) => formatNumber(value, 'id');
const figureOr = (hundredths: number | null) => (hundredths === null ? '–' : formatFigure(hundredths, 'id'));
/** A difference with its sign. */
const signed = (hundredths: number) => `${hundredths > 0 ? '+' : ''}${formatFigure(hundredths, 'id')}`;

/** One instrument: the approved figures, their mean and median, and who is not approved. */
export function resultBlocks(result: MinutesResult, part: string): Block[] {
  const { instrument, agencies } = result;
  const pending = agencies.filter(({ figures }) => figures === null);
  const approved = agencies.length - pending.length;
  return [
    { kind: 'heading', text: words.results({ part, instrument: instrument.shortName }) },
    {
      kind: 'paragraph',
      text: words.resultsLead({ approved: number(approved), of: number(agencies.length) }),
    },
    ...(approved === 0 ? [{ kind: 'paragraph', text: words.resultsNone } as const] : approvedBlocks(result)),
    ...(pending.length === 0
      ? []
      : [
          { kind: 'subheading', text: words.pending } as const,
          {
            kind: 'table',
            columns: [
              { title: words.column.code, width: 10 },
              { title: words.column.agency, width: 50 },
              { title: words.column.state, width: 30 },
              { title: words.column.answered, width: 14, align: 'right' },
            ],
            rows: pending.map(({ code, name, state, answered, total }) => ({
              cells: [code, name, words.pendingState[state], `${number(answered)}/${number(total)}`],
            })),
          } as const,
        ]),
  ];
}

/** One topic that is measured: what was approved, with its remarks below, and who is missing. */
export function topicBlocks({ name, measure, isProposal, agencies }: MinutesTopic, part: string): Block[] {
  const approved = agencies.filter(({ isApproved }) => isApproved);
  const missing = agencies.filter(({ isApproved }) => !isApproved);
  const remarks = approved.flatMap((one) => one.remarks.map((remark) => `${one.name}: ${remark}`));
  const hasBands = approved.some(({ band }) => band !== null);
  return [
    { kind: 'heading', text: words.topic({ part, topic: name }) },
    {
      kind: 'paragraph',
      text: words.topicLead({ measure, approved: number(approved.length), of: number(agencies.length) }),
    },
    ...(isProposal ? [{ kind: 'remark', text: words.topicProposal } as const] : []),
    ...(approved.length === 0
      ? []
      : [
          {
            kind: 'table',
            columns: [
              { title: words.column.code, width: 10 },
              { title: words.column.agency, width: 50 },
              { title: words.column.figure, width: 18, align: 'right' },
              ...(hasBands ? [{ title: words.column.predicate, width: 20 }] : []),
              { title: words.column.answered, width: 14, align: 'right' },
            ],
            rows: approved.map(({ code, name: agency, figure, band, filled, total }) => ({
              cells: [
                code,
                agency,
                figure ?? '–',
                ...(hasBands ? [band ?? '–'] : []),
                `${number(filled)}/${number(total)}`,
              ],
            })),
          } as const,
        ]),
    ...remarks.map((text) => ({ kind: 'remark', text }) as const),
    ...(missing.length === 0 || approved.length === 0
      ? []
      : [
          {
            kind: 'remark',
            text: words.topicMissing({ names: missing.map((one) => one.name).join('; ') }),
          } as const,
        ]),
  ];
}

/** The mean with what it is of, as far as the minutes say it. */
function summaryText({ agencies, mean, median, averageOf }: MinutesResult): string {
  if (averageOf === undefined) return words.summary({ mean: figureOr(mean), median: figureOr(median) });
  if (mean === null || median === null) return words.summaryNone;
  return words.summaryOf({
    complete: String(averageOf),
    approved: String(agencies.filter(({ state }) => state === 'approved').length),
    mean: figureOr(mean),
    median: figureOr(median),
  });
}

function approvedBlocks(result: MinutesResult): Block[] {
  const { instrument, agencies, previousYear, figuresSha256 } = result;
  const columns: Column[] = [
    { title: words.column.code, width: 8 },
    { title: words.column.agency, width: 29 },
    { title: words.column.index, width: 9, align: 'right' },
    { title: words.column.predicate, width: 14 },
    ...instrument.domains.map((_, i): Column => ({
      title: words.domainColumn({ no: String(i + 1) }),
      width: 7,
      align: 'right',
    })),
    { title: words.column.target, width: 9, align: 'right' },
    { title: words.column.gap, width: 9, align: 'right' },
    ...(previousYear === null
      ? []
      : [
          {
            title: words.column.previous({ year: String(previousYear) }),
            width: 10,
            align: 'right',
          } as const,
        ]),
  ];
  const rows = agencies.flatMap(({ code, name, target, figures }): TableRow[] =>
    figures === null
      ? []
      : [
          {
            cells: [
              code,
              name,
              figureOr(figures.index),
              figures.predicate,
              ...figures.domains.map(figureOr),
              figureOr(target),
              target === null ? '–' : signed(figures.index - target),
              ...(previousYear === null ? [] : [figureOr(figures.previous)]),
            ],
          },
        ],
  );
  const hasGaps = agencies.some(({ figures, answered, total }) => figures !== null && answered < total);
  const domains = instrument.domains.map((name, i) => words.domain({ no: String(i + 1), name }));
  return [
    { kind: 'paragraph', text: summaryText(result) },
    { kind: 'table', columns, rows },
    { kind: 'remark', text: words.domains({ list: domains.join('; ') }) },
    ...(hasGaps ? [{ kind: 'remark', text: words.resultsUnanswered } as const] : []),
    { kind: 'remark', text: words.checksum({ checksum: grouped(figuresSha256) }) },
  ];
}

/** What the hall voted on: claim, votes, median and what was agreed, side by side. */
export function agreementTable(votes: readonly MinutesVote[]): Block {
  return {
    kind: 'table',
    columns: [
      { title: words.column.question, width: 34 },
      { title: words.column.claimed, width: 8, align: 'right' },
      { title: words.column.result, width: 22 },
      { title: words.column.median, width: 9, align: 'right' },
      { title: words.column.agreed, width: 30 },
    ],
    rows: votes.map((vote) => ({
      cells: [
        words.voteQuestion({
          no: String(vote.indicatorNo),
          name: vote.indicatorName,
          agency: vote.agencyName,
        }),
        levelOr(vote.claimed),
        [
          vote.tally
            .filter((one) => one.votes > 0)
            .map((one) => words.voteTally({ level: levelOr(one.level), votes: number(one.votes) }))
            .join(', '),
          words.voteVoted({ voted: number(vote.voted), eligible: number(vote.eligible) }),
        ]
          .filter(Boolean)
          .join(' '),
        figureOr(vote.median),
        vote.agreed
          ? words.voteAgreed({ level: levelOr(vote.agreed.level), reason: vote.agreed.reason }).trim()
          : words.voteNotAgreed,
      ],
    })),
  };
}

/** Levels are whole in most instruments; decimal ones show what they have. */
function levelOr(level: number | null): string {
  return level === null ? '–' : number(level);
}

export function commitmentBlocks({ commitments, agencies }: MinutesBody): Block[] {
  const heading: Block = { kind: 'heading', text: words.commitments };
  if (commitments.length === 0) return [heading, { kind: 'paragraph', text: words.commitmentsNone }];
  const promised = new Set(commitments.map(({ agencyCode }) => agencyCode));
  const missing = agencies.filter(({ code }) => !promised.has(code));
  const rows: TableRow[] = [];
  let group = '';
  let place = 0;
  for (const one of commitments) {
    if (one.agencyCode !== group) rows.push({ group: `${one.agencyName} (${one.agencyCode})` });
    place = one.agencyCode === group ? place + 1 : 1;
    group = one.agencyCode;
    rows.push({
      cells: [
        number(place),
        one.what,
        one.who,
        formatDay(one.dueOn, 'id'),
        one.measure || '–',
        effectText(one),
      ],
    });
  }
  return [
    heading,
    {
      kind: 'paragraph',
      text: words.commitmentsLead({ count: number(commitments.length), agencies: number(promised.size) }),
    },
    {
      kind: 'table',
      columns: [
        { title: words.column.no, width: 5, align: 'right' },
        { title: words.column.what, width: 31 },
        { title: words.column.who, width: 19 },
        { title: words.column.due, width: 14 },
        { title: words.column.measure, width: 22 },
        { title: words.column.effect, width: 19 },
      ],
      rows,
    },
    ...(missing.length === 0
      ? []
      : [
          {
            kind: 'paragraph',
            text: words.commitmentsMissing({ names: missing.map(({ name }) => name).join(', ') }),
          } as const,
        ]),
  ];
}

function effectText({ indicators, gain, reaches, status, statusNote }: MinutesCommitment): string {
  const rises = indicators.map(({ no, toLevel }) =>
    words.commitmentIndicator({ no: String(no), level: levelOr(toLevel) }),
  );
  const parts = [
    rises.join(', '),
    gain !== null && reaches !== null
      ? words.commitmentGain({ gain: signed(gain), reaches: figureOr(reaches) })
      : '',
    [words.commitmentStatus[status], status === 'planned' ? '' : statusNote].filter(Boolean).join(': '),
  ].filter(Boolean);
  return parts.length === 0 ? '–' : `${parts.join('. ')}.`;
}
