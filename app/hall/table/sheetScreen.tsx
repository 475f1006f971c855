/** One agency's sheet: read in two minutes, and the same on one page of paper. */
import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useFormat, useSection } from '~/i18n';
import { rakerdaPath, sheetPath } from '~/paths';
import { MeetingHeader } from '~/rakerda';
import { Card, FileLink } from '~/ui';
import type { SheetCommitment, SheetPage, SheetTopic } from './sheet.read.server';
import type { AspectLine, SheetDetail } from './sheetDetail';
import { sheetWords } from './sheetWords';
import { tableWords } from './tableWords';

export function SheetScreen({ live, sheet, ...page }: SheetPage & { live: ReactNode }) {
  const words = useSection(sheetWords);
  const table = useSection(tableWords);
  const { rakerda } = page;
  return (
    <div className="space-y-6">
      <MeetingHeader
        frame={page}
        current="table"
        title={sheet.agency.name}
        crumbs={[{ to: rakerdaPath(rakerda.id, 'table'), label: table.title }]}
        lead={
          <div className="space-y-2">
            <p>{words.lead}</p>
            <p>{live}</p>
          </div>
        }
        actions={
          <FileLink tone="primary" href={sheetPath(rakerda.id, sheet.agency.code, 'paper')}>
            {words.pdf}
          </FileLink>
        }
      />
      {sheet.headline === '' ? null : (
        <p
          role="status"
          translate="no"
          className="text-xl font-semibold text-balance text-brand-strong sm:text-2xl"
        >
          {sheet.headline}
        </p>
      )}
      <Topics topics={sheet.topics} />
      {sheet.details.map((detail) => (
        <Detail key={detail.name} detail={detail} />
      ))}
      <Commitments commitments={sheet.commitments} />
    </div>
  );
}

function Topics({ topics }: { topics: readonly SheetTopic[] }) {
  const words = useSection(sheetWords);
  return (
    <section aria-labelledby="pokok" className="space-y-3">
      <h2 id="pokok" className="text-xl">
        {words.topics}
      </h2>
      <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
        {topics.map((topic) => (
          <li key={topic.key} className="rounded-xl border border-line bg-surface p-4">
            <TopicCard topic={topic} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function TopicCard({ topic }: { topic: SheetTopic }) {
  const words = useSection(sheetWords);
  const { cell } = topic;
  const isUnfinished = cell?.part !== undefined;
  const tone = cell?.isBetter === undefined ? 'text-muted' : cell.isBetter ? 'text-success' : 'text-danger';
  return (
    <>
      <h3 className="font-semibold">
        {topic.name} <span className="font-normal text-muted">{topic.measure}</span>
      </h3>
      <p translate="no" className="flex flex-wrap items-baseline gap-x-3 tabular-nums">
        <span className={`text-3xl font-bold ${isUnfinished ? 'text-muted italic' : ''}`}>
          {cell?.figure ?? '–'}
        </span>
        {topic.band === null ? null : <span className="text-lg font-semibold text-brand">{topic.band}</span>}
        {cell?.change === undefined ? null : <span className={`font-semibold ${tone}`}>{cell.change}</span>}
      </p>
      {topic.says === '' ? null : <p className="text-sm text-muted">{topic.says}</p>}
      <dl className="mt-1 text-sm">
        {topic.years === '' ? null : <Fact term={words.years} value={topic.years} />}
        {topic.target === '' ? null : <Fact term={words.target} value={topic.target} />}
      </dl>
      {topic.path === null ? null : (
        <Link
          to={topic.path}
          className="inline-flex min-h-11 items-center text-brand underline underline-offset-2 print:hidden"
        >
          {words.result}
        </Link>
      )}
    </>
  );
}

function Fact({ term, value }: { term: string; value: string }) {
  return (
    <div className="flex flex-wrap gap-x-2">
      <dt className="text-muted">{term}</dt>
      <dd translate="no" className="tabular-nums">
        {value}
      </dd>
    </div>
  );
}

function Detail({ detail }: { detail: SheetDetail }) {
  const words = useSection(sheetWords);
  return (
    <Card className="grid grid-cols-1 gap-5 lg:grid-cols-3">
      <h2 className="text-xl lg:col-span-full">{detail.name}</h2>
      {detail.strongest.length === 0 ? (
        <p className="text-muted lg:col-span-2">{words.noAspects}</p>
      ) : (
        <>
          <Aspects title={words.strongest} lines={detail.strongest} />
          <Aspects title={words.weakest} lines={detail.weakest} />
        </>
      )}
      <div className="space-y-1">
        {detail.costTitle === null ? null : <h3 className="text-base font-semibold">{detail.costTitle}</h3>}
        <p>{detail.cost}</p>
        <ul className="space-y-1 text-sm">
          {detail.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
      </div>
    </Card>
  );
}

function Aspects({ title, lines }: { title: string; lines: readonly AspectLine[] }) {
  return (
    <div className="space-y-1">
      <h3 className="text-base font-semibold">{title}</h3>
      <dl>
        {lines.map(({ name, figure }) => (
          <div key={name} className="flex justify-between gap-3 border-b border-line py-1 last:border-0">
            <dt>{name}</dt>
            <dd translate="no" className="font-semibold whitespace-nowrap tabular-nums">
              {figure}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Commitments({ commitments }: { commitments: readonly SheetCommitment[] }) {
  const words = useSection(sheetWords);
  const format = useFormat();
  return (
    <section aria-labelledby="komitmen" className="space-y-3">
      <h2 id="komitmen" className="text-xl">
        {words.commitments}
      </h2>
      {commitments.length === 0 ? <p className="text-muted">{words.noCommitments}</p> : null}
      <ul className="space-y-2">
        {commitments.map(({ what, who, dueOn, status, isLate }) => (
          <li key={`${dueOn} ${what} ${who}`} className="rounded-xl border border-line bg-surface p-4">
            <p className="whitespace-pre-line">{what}</p>
            <p className="text-sm text-muted">
              {who} · {words.due} {format.day(dueOn)} · {words.status[status]}
              {isLate ? <strong className="text-danger"> · {words.late}</strong> : null}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
