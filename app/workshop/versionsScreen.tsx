/** The versions of one instrument: since when, used by whom, as a file, and what any two of them differ in. */
import { Form } from '@remix-run/react';
import { useFormat, useSection } from '~/i18n';
import { HOUSE_TIME_ZONE } from '~/i18n/zonedTime';
import { versionFilePath, workshopPath } from '~/paths';
import { Alert, Button, ButtonLink, Card, FileLink, PageHeader, SelectField } from '~/ui';
import { DifferenceView } from './differenceView';
import { differenceWords } from './differenceWords';
import type { Version, VersionsPage } from './workshop.read.server';
import { Uses } from './workshopScreen';
import { workshopWords } from './workshopWords';

export function VersionsScreen({ page }: { page: VersionsPage }) {
  const all = useSection(workshopWords);
  const words = all.versions;
  const { instrument } = page;
  return (
    <>
      <PageHeader
        title={instrument.name}
        lead={
          <span translate="no">
            {instrument.code} · {all.kind[instrument.kind]}
          </span>
        }
        crumbs={[{ to: workshopPath(), label: all.title }]}
        actions={<ButtonLink to="/rakerda/baru">{words.setUp}</ButtonLink>}
      />
      <div className="max-w-6xl space-y-6">
        {page.isNew ? <Alert tone="success">{words.published}</Alert> : null}
        <Card className="space-y-3">
          <h2 className="text-xl">{words.heading}</h2>
          <ul className="divide-y divide-line">
            {instrument.versions.map((version) => (
              <VersionLine key={version.version} code={instrument.code} version={version} />
            ))}
          </ul>
        </Card>
        <Compared page={page} />
      </div>
    </>
  );
}

function VersionLine({ code, version: one }: { code: string; version: Version }) {
  const words = useSection(workshopWords).versions;
  const format = useFormat();
  const time = format.dateTime(one.addedAt, HOUSE_TIME_ZONE);
  return (
    <li
      data-version={one.version}
      className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3"
    >
      <div className="min-w-0">
        <p translate="no" className="font-semibold tabular-nums">
          {one.version}
        </p>
        <p className="text-sm text-muted">
          {one.by === null
            ? `${words.added({ time })}, ${words.fromProduct}`
            : words.addedBy({ time, name: one.by })}
        </p>
        <Uses uses={one.uses} />
      </div>
      <div className="flex flex-wrap gap-3">
        {(one.hasTable ? (['json', 'xlsx'] as const) : (['json'] as const)).map((form) => (
          <FileLink
            key={form}
            tone="secondary"
            href={versionFilePath(code, one.version, form)}
            label={`${form.toUpperCase()} ${one.version}`}
          >
            {form.toUpperCase()}
          </FileLink>
        ))}
      </div>
    </li>
  );
}

function Compared({ page }: { page: VersionsPage }) {
  const words = useSection(workshopWords).versions;
  const { heading } = useSection(differenceWords);
  const { compared, instrument } = page;
  if (!compared) return null;
  const options = instrument.versions.map(({ version }) => (
    <option key={version} value={version}>
      {version}
    </option>
  ));
  return (
    <Card className="space-y-4">
      <h2 className="text-xl">{words.compare}</h2>
      <Form method="get" preventScrollReset className="flex flex-wrap items-end gap-4">
        <SelectField id="dari" name="dari" label={words.from} defaultValue={compared.from}>
          {options}
        </SelectField>
        <SelectField id="ke" name="ke" label={words.to} defaultValue={compared.to}>
          {options}
        </SelectField>
        <Button tone="secondary">{words.show}</Button>
      </Form>
      <h3 translate="no" className="font-semibold">
        {heading({ before: compared.from, after: compared.to })}
      </h3>
      <DifferenceView difference={compared.difference} />
    </Card>
  );
}
