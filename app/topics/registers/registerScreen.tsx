/** A register behind an agency's figures: looked through, filled in cell by cell, pasted from and to a spreadsheet. */
import { useLocation } from '@remix-run/react';
import { type ReactNode, useState } from 'react';
import { useFormat, useLocale, useSection } from '~/i18n';
import { localize } from '~/instrument';
import { rakerdaPath, topicPath } from '~/paths';
import { MeetingHeader } from '~/rakerda';
import {
  Alert,
  Badge,
  Button,
  ButtonLink,
  CheckField,
  FilterForm,
  ListPages,
  SelectField,
  TextField,
} from '~/ui';
import { AddRow } from './registerAddRow';
import type { RegisterPage } from './register.read.server';
import { RegisterHistory } from './registerHistory';
import { RegisterPaste } from './registerPaste';
import { registerAddress, type RegisterProps } from './registerProps';
import { RegisterRows, RegisterRowsShown } from './registerRows';
import { registerWords } from './registerWords';
import { topicWords } from '../topicWords';

export function RegisterScreen({ page, answer, live }: RegisterProps & { live: ReactNode }) {
  const words = useSection(registerWords);
  const sheetWords = useSection(topicWords);
  const locale = useLocale();
  const format = useFormat();
  const location = useLocation();
  /** A block that was pasted into a cell, as a table that may be pasted. */
  const [offered, setOffered] = useState<string | null>(null);
  const { topic, rakerda, agency, register } = page;
  const name = localize(register.name, locale);
  const sheet = topicPath(rakerda.id, topic.code, { agencyCode: agency.code });
  const pasted = /^ditempel-(\d+)$/.exec(page.message ?? '')?.[1];
  const done =
    pasted !== undefined
      ? words.paste.done({ count: format.number(Number(pasted)) })
      : page.message === 'disimpan'
        ? words.saved
        : null;
  return (
    <>
      <MeetingHeader
        frame={page}
        current="topics"
        title={words.title({ register: name, agency: agency.name })}
        crumbs={[
          { to: rakerdaPath(rakerda.id, 'topics'), label: sheetWords.title },
          { to: topicPath(rakerda.id, topic.code), label: topic.name },
          { to: sheet, label: agency.name },
        ]}
        lead={
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Badge tone={page.total > 0 && page.filled === page.total ? 'success' : 'neutral'}>
              <span translate="no">
                {words.filledOf({ filled: format.number(page.filled), total: format.number(page.total) })}
              </span>
            </Badge>
            {live}
          </div>
        }
      />
      <div className="space-y-6">
        <div id="pesan" className="space-y-3 empty:hidden">
          {done === null || answer ? null : <Alert tone="success">{done}</Alert>}
          {answer ? <Alert tone="danger">{answer.says}</Alert> : null}
          {page.closed === null ? null : <Alert>{sheetWords.sheet[page.closed]}</Alert>}
        </div>
        <div className="max-w-prose space-y-2">
          <p>{localize(register.lead, locale)}</p>
          {page.notes.map((note) => (
            <p key={note} className="text-sm text-muted">
              {note}
            </p>
          ))}
        </div>
        <Filters page={page} />
        {page.mayWrite ? (
          <RegisterRows key={answer ? location.key : ''} page={page} answer={answer} onBlock={setOffered} />
        ) : (
          <RegisterRowsShown page={page} />
        )}
        <Pages page={page} />
        {page.mayWrite && register.rows === undefined ? (
          <AddRow key={`baru ${answer ? '' : page.total}`} page={page} answer={answer} />
        ) : null}
        <RegisterPaste page={page} answer={answer} offered={offered} />
        <RegisterHistory history={page.history} timeZone={rakerda.timeZone} />
        <p className="print:hidden">
          <ButtonLink to={sheet}>{words.back}</ButtonLink>
        </p>
      </div>
    </>
  );
}

/** What the address keeps while one turns pages. */
function keptFilters({ district, isOnlyOpen }: RegisterPage): Record<string, string> {
  return {
    ...(district === '' ? {} : { kecamatan: district }),
    ...(isOnlyOpen ? { hanya: 'terbuka' } : {}),
  };
}

function Filters({ page }: { page: RegisterPage }) {
  const words = useSection(registerWords);
  const { register } = page;
  const hasDistricts =
    page.districts.length > 1 &&
    (register.rows !== undefined || register.columns.some(({ type }) => type === 'listed'));
  const isNarrowed = page.part.search !== '' || page.district !== '' || page.isOnlyOpen;
  return (
    <FilterForm
      action={registerAddress(page, 'page')}
      anchor="register"
      role="search"
      className="flex flex-wrap items-end gap-3 print:hidden"
      button={<Button tone="secondary">{words.filter}</Button>}
    >
      <TextField
        id="cari"
        name="cari"
        type="search"
        label={words.search}
        defaultValue={page.part.search}
        maxLength={80}
      />
      {hasDistricts ? (
        <SelectField id="kecamatan" name="kecamatan" label={words.district} defaultValue={page.district}>
          <option value="">{words.allDistricts}</option>
          {page.districts.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
      ) : null}
      <CheckField
        id="hanya"
        name="hanya"
        value="terbuka"
        label={words.onlyOpen}
        defaultChecked={page.isOnlyOpen}
      />
      {isNarrowed ? (
        <ButtonLink tone="quiet" to={registerAddress(page, 'page')}>
          {words.clear}
        </ButtonLink>
      ) : null}
    </FilterForm>
  );
}

function Pages({ page }: { page: RegisterPage }) {
  if (page.part.found === 0) return null;
  return (
    <ListPages
      part={page.part}
      path={registerAddress(page, 'page')}
      kept={keptFilters(page)}
      anchor="register"
    />
  );
}
