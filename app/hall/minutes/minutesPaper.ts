/**
 * The Berita Acara as a row of blocks: headings, paragraphs, tables. The PDF and the copy for editing draw the same
 * blocks, so that they cannot say different things.
 */
import { formatDate, formatDateTime, formatDay, formatNumber, formatTime } from '~/i18n';
import { cleanBody, type MinutesBody, type MinutesNote } from './minutesBody';
import { grouped, showCode } from './minutesCode';
import { paperWords as words } from './paperWords';
import type { Block, TableRow } from './paperBlocks';
import { agreementTable, commitmentBlocks, resultBlocks, topicBlocks } from './paperTables';
import { spelledNumber } from './spelledNumber';

export interface Signature {
  readonly role: string;
  readonly institution: string;
}

export interface Paper {
  readonly title: string;
  readonly name: string;
  /** Whose arms stand at its head. */
  readonly host: string;
  readonly number: string;
  readonly isDemo: boolean;
  readonly blocks: readonly Block[];
  readonly signatures: readonly Signature[];
  readonly authenticity: readonly (readonly [label: string, value: string])[];
  readonly checkAddress: string;
  /** ISO 8601 UTC. */
  readonly madeAt: string;
  readonly bodySha256: string;
}

const number = (value: number) => formatNumber(value, 'id');

/**
 * Puts a body into the words and tables of its paper.
 * @param stored as it is kept, or will be; a body from before forms cleaned what was typed is cleaned here
 * @param bodySha256 of the stored body, which the paper prints
 */
export function paperOf(stored: MinutesBody, bodySha256: string): Paper {
  const body = cleanBody(stored);
  const { rakerda } = body;
  return {
    title: words.title,
    name: rakerda.name,
    host: rakerda.host,
    number: words.numberLine({ number: body.numberText }),
    isDemo: rakerda.isDemo,
    blocks: [
      ...openingBlocks(body),
      ...identityBlocks(body),
      ...attendanceBlocks(body),
      ...agendaBlocks(body),
      ...figureBlocks(body),
      ...voteBlocks(body),
      ...commitmentBlocks(body),
    ],
    signatures: [
      { role: words.chair, institution: rakerda.host },
      { role: words.observer, institution: words.ministry },
      ...body.agencies.map(({ name }) => ({ role: words.onBehalf, institution: name })),
    ],
    authenticity: [
      [words.number, body.numberText],
      [words.code, showCode(body.code)],
      [words.address, body.checkAddress],
      [
        words.made,
        words.madeBy({ moment: formatDateTime(body.madeAt, 'id', rakerda.timeZone), name: body.madeBy }),
      ],
      [words.asOf, words.asOfEvent({ seq: number(body.asOf) })],
      [words.bodyChecksum, grouped(bodySha256)],
      ...body.results.map(
        ({ instrument, figuresSha256 }) =>
          [words.figuresChecksum({ instrument: instrument.shortName }), grouped(figuresSha256)] as const,
      ),
    ],
    checkAddress: body.checkAddress,
    madeAt: body.madeAt,
    bodySha256,
  };
}

/** Every instrument and topic is a part of one chapter: they are not counted on, so that those behind keep their number. */
function figureBlocks({ results, topics = [] }: MinutesBody): Block[] {
  const part = (place: number) => words.part({ no: number(place + 1), of: results.length + topics.length });
  return [
    ...results.flatMap((result, place) => resultBlocks(result, part(place))),
    ...topics.flatMap((topic, place) => topicBlocks(topic, part(results.length + place))),
  ];
}

function openingBlocks(body: MinutesBody): Block[] {
  const { rakerda, madeAt } = body;
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('id-ID', { ...options, timeZone: rakerda.timeZone }).format(new Date(madeAt));
  const day = part({ day: 'numeric' });
  const year = part({ year: 'numeric' });
  return [
    ...(rakerda.isDemo ? [{ kind: 'remark', text: words.demoNotice } as const] : []),
    {
      kind: 'paragraph',
      text: words.opening({
        day: part({ weekday: 'long' }),
        spelled: words.spelledDate({
          day: spelledNumber(Number(day)),
          month: part({ month: 'long' }),
          year: spelledNumber(Number(year)),
        }),
        digits: [day.padStart(2, '0'), part({ month: '2-digit' }), year].join('-'),
        name: rakerda.name,
        host: rakerda.host,
      }),
    },
    {
      kind: 'paragraph',
      text: words.moment({ moment: formatDateTime(madeAt, 'id', rakerda.timeZone) }),
    },
    { kind: 'paragraph', text: words.follows },
  ];
}

function identityBlocks({ rakerda, results, agencies }: MinutesBody): Block[] {
  return [
    { kind: 'heading', text: words.identity },
    {
      kind: 'facts',
      rows: [
        [words.name, rakerda.name],
        [words.year, String(rakerda.year)],
        [words.dates, dateRange(rakerda.startsOn, rakerda.endsOn)],
        [words.place, rakerda.place],
        [words.host, rakerda.host],
        [words.agencies, words.agencyCount({ count: number(agencies.length) })],
        ...results.flatMap(({ instrument }) => [
          [
            words.instrument,
            words.instrumentVersion({ name: instrument.name, version: instrument.version }),
          ] as const,
          [words.basis, basisOf(instrument)] as const,
        ]),
      ],
    },
  ];
}

/** The regulation and its standing, said once: many notes begin with it. */
function basisOf(instrument: MinutesBody['results'][number]['instrument']): string {
  const { regulation, inForce, regulationNote } = instrument;
  const status = inForce ? words.inForce : words.repealed;
  return regulationNote.toLowerCase().startsWith(status)
    ? words.regulationNoted({ citation: regulation, note: regulationNote })
    : words.regulation({ citation: regulation, status, note: regulationNote });
}

function dateRange(from: string, to: string): string {
  return from === to
    ? formatDay(from, 'id')
    : words.dateRange({ from: formatDay(from, 'id'), to: formatDay(to, 'id') });
}

function attendanceBlocks({ attendance, agencies, rakerda }: MinutesBody): Block[] {
  const heading: Block = { kind: 'heading', text: words.attendance };
  if (attendance.length === 0) return [heading, { kind: 'paragraph', text: words.attendanceNone }];
  const present = new Set(attendance.map(({ agencyCode }) => agencyCode));
  const absent = agencies.filter(({ code }) => !present.has(code));
  return [
    heading,
    {
      kind: 'paragraph',
      text: words.attendanceLead({
        people: number(attendance.length),
        agencies: number(agencies.length - absent.length),
        of: number(agencies.length),
      }),
    },
    ...(absent.length === 0
      ? []
      : [
          {
            kind: 'paragraph',
            text: words.attendanceAbsent({ names: absent.map(({ name }) => name).join(', ') }),
          } as const,
        ]),
    {
      kind: 'table',
      columns: [
        { title: words.column.no, width: 5, align: 'right' },
        { title: words.column.name, width: 25 },
        { title: words.column.position, width: 22 },
        { title: words.column.institution, width: 29 },
        { title: words.column.time, width: 26 },
      ],
      rows: attendance.map((one, i) => ({
        cells: [
          number(i + 1),
          one.name,
          one.position,
          one.institution,
          formatDateTime(one.joinedAt, 'id', rakerda.timeZone),
        ],
      })),
    },
  ];
}

function agendaBlocks({ agenda, notes, rakerda }: MinutesBody): Block[] {
  const blocks: Block[] = [{ kind: 'heading', text: words.agenda }];
  if (agenda.length === 0) blocks.push({ kind: 'paragraph', text: words.agendaNone });
  else blocks.push(agendaTable({ agenda, rakerda }));
  for (const item of agenda) {
    if (item.notes.length === 0) continue;
    blocks.push({ kind: 'subheading', text: words.notesOf({ title: item.title }) });
    blocks.push({ kind: 'list', items: item.notes.map(noteText) });
  }
  if (notes.length > 0) {
    blocks.push({ kind: 'subheading', text: words.notesGeneral });
    blocks.push({ kind: 'list', items: notes.map(noteText) });
  }
  if (notes.length === 0 && agenda.every((item) => item.notes.length === 0)) {
    blocks.push({ kind: 'paragraph', text: words.notesNone });
  }
  return blocks;
}

function agendaTable({ agenda, rakerda }: Pick<MinutesBody, 'agenda' | 'rakerda'>): Block {
  const rows: TableRow[] = [];
  let day = '';
  for (const item of agenda) {
    const itsDay = formatDate(item.startsAt, 'id', rakerda.timeZone);
    if (itsDay !== day) rows.push({ group: itsDay });
    day = itsDay;
    const from = formatTime(item.startsAt, 'id', rakerda.timeZone);
    const to = formatTime(item.endsAt, 'id', rakerda.timeZone);
    rows.push({
      cells: [`${from.split(' ')[0] ?? from}–${to}`, item.title, item.topic, item.speaker || '–'],
    });
  }
  return {
    kind: 'table',
    columns: [
      { title: words.column.time, width: 22 },
      { title: words.column.item, width: 36 },
      { title: words.column.topic, width: 22 },
      { title: words.column.speaker, width: 24 },
    ],
    rows,
  };
}

function noteText({ kind, body, agencyName, indicatorNo }: MinutesNote): string {
  const about = [agencyName, indicatorNo === null ? null : words.indicator({ no: String(indicatorNo) })];
  return words.noteAbout({ kind: words[kind], about: about.filter(Boolean).join(', '), body });
}

function voteBlocks({ votes, votesUnrevealed }: MinutesBody): Block[] {
  return [
    { kind: 'heading', text: words.votes },
    ...(votes.length === 0
      ? [{ kind: 'paragraph', text: words.votesNone } as const]
      : [{ kind: 'paragraph', text: words.votesLead } as const, agreementTable(votes)]),
    ...(votesUnrevealed === 0
      ? []
      : [
          {
            kind: 'paragraph',
            text: words.votesUnrevealed({ count: number(votesUnrevealed) }),
          } as const,
        ]),
  ];
}
