/** A register to a spreadsheet and back. */
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useFormat, useSection } from '~/i18n';
import { MOST_ROWS } from '~/instrument/metrics';
import { Button, Card, FileLink, KeptForm, TextAreaField, useHydrated, Sideways } from '~/ui';
import { askServer } from '~/ui/askServer';
import type { RegisterAnswer } from './register.post.server';
import { registerAddress, type RegisterProps } from './registerProps';
import { registerWords } from './registerWords';

/** About what a form may carry, less what is around it. */
const MOST_SENT = 1_000_000;

/** The file, the clipboard, and a table that is pasted whole. */
export function RegisterPaste({ page, answer, offered }: RegisterProps & { offered: string | null }) {
  const words = useSection(registerWords);
  const format = useFormat();
  const { register } = page;
  const [isTooLong, setIsTooLong] = useState(false);
  const pasted = answer?.pasted ?? null;
  const table = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (offered === null || !table.current) return;
    table.current.value = offered;
    table.current.focus();
  }, [offered]);
  const check = (event: FormEvent<HTMLFormElement>) => {
    const field = event.currentTarget.elements.namedItem('table');
    const text = field instanceof HTMLTextAreaElement ? field.value : '';
    const isMore = text.split('\n').length > MOST_ROWS + 1 || encodeURIComponent(text).length > MOST_SENT;
    setIsTooLong(isMore);
    if (isMore) event.preventDefault();
  };
  return (
    <Card className="space-y-4 print:hidden">
      <div className="flex flex-wrap items-center gap-3">
        <FileLink href={registerAddress(page, 'table')}>{words.file}</FileLink>
        <CopyButton address={registerAddress(page, 'table')} />
      </div>
      {page.mayWrite && page.total + (register.rows === undefined ? 1 : 0) > 0 ? (
        <details open={pasted !== null || offered !== null || undefined}>
          <summary className="min-h-11 py-2.5 font-medium">{words.paste.title}</summary>
          <KeptForm method="post" preventScrollReset onSubmit={check} className="space-y-3">
            <TextAreaField
              key={pasted ? pasted.text : ''}
              ref={table}
              id="tabel"
              name="table"
              label={words.paste.label}
              hint={register.rows === undefined ? words.paste.leadRows : words.paste.leadList}
              error={isTooLong ? words.paste.tooMany({ most: format.number(MOST_ROWS) }) : undefined}
              defaultValue={pasted?.text ?? ''}
              rows={6}
              spellCheck={false}
              wrap="off"
            />
            <Button tone="secondary" name="intent" value="paste">
              {words.paste.submit}
            </Button>
          </KeptForm>
          {pasted && pasted.problems.length > 0 ? <PastedProblems pasted={pasted} /> : null}
        </details>
      ) : null}
    </Card>
  );
}

function PastedProblems({ pasted }: { pasted: NonNullable<RegisterAnswer['pasted']> }) {
  const words = useSection(registerWords).paste;
  const format = useFormat();
  return (
    <Sideways label={words.title} className="mt-3">
      <table className="w-full border-collapse text-left text-sm" data-pasted="">
        <thead>
          <tr className="border-b border-line">
            {[words.line, words.column, words.value, words.says].map((head) => (
              <th key={head} scope="col" className="py-1 pr-4 font-medium text-muted">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pasted.problems.map(({ line, column, value, says }, place) => (
            <tr key={place} className="border-b border-line last:border-0">
              <td translate="no" className="py-1 pr-4 tabular-nums">
                {line}
              </td>
              <th scope="row" className="py-1 pr-4 font-medium">
                {column}
              </th>
              <td translate="no" className="py-1 pr-4">
                {value}
              </td>
              <td className="py-1 pr-4 text-danger">{says}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {pasted.more > 0 ? (
        <p className="text-sm">{words.more({ count: format.number(pasted.more) })}</p>
      ) : null}
    </Sideways>
  );
}

/** For browsers with scripts; the download is for all. */
function CopyButton({ address }: { address: string }) {
  const words = useSection(registerWords);
  const hydrated = useHydrated();
  const [says, setSays] = useState('');
  if (!hydrated) return null;
  const copy = async () => {
    try {
      const table = await askServer(address, {}, (response) => {
        if (!response.ok) throw new Error(String(response.status));
        return response.text();
      });
      await navigator.clipboard.writeText(table);
      setSays(words.copied);
    } catch {
      setSays(words.notCopied);
    }
  };
  return (
    <>
      <Button type="button" tone="secondary" onClick={() => void copy()}>
        {words.copy}
      </Button>
      <span role="status" translate="no">
        {says}
      </span>
    </>
  );
}
