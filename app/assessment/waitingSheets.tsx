/** Whole forms that wait on this device, such as the figures of a topic or the cells of a register: one card for each page. */
import { Link } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { useLocale, useSection } from '~/i18n';
import type { Locale } from '~/instrument';
import type { NamedForm } from '~/topics';
import { Button, Card } from '~/ui';
import { dropKept, type WaitingForm } from '~/ui/keptInput';
import { labelIn } from '~/ui/keptLabel';
import { deviceWords } from './deviceWords';

interface Forms {
  readonly account: string;
  readonly forms: readonly WaitingForm[];
}

export function WaitingSheets({ account, forms }: Forms) {
  const inWords = useNamedForms({ account, forms });
  const pages = [...new Set(forms.map(({ path }) => path))];
  return (
    <ul className="space-y-3">
      {pages.map((path) => (
        <li key={path}>
          <WaitingPage forms={forms.filter((form) => form.path === path)} inWords={inWords} />
        </li>
      ))}
    </ul>
  );
}

type InWords = ReadonlyMap<string, NamedForm>;
const NONE: InWords = new Map();

/** The names of the questions, once the device has said them. */
function useNamedForms({ account, forms }: Forms): InWords {
  const locale = useLocale();
  const [found, setFound] = useState(NONE);
  useEffect(() => {
    let isLeft = false;
    const read = async () => {
      const { nameForms } = await import('./offline/nameForms');
      const words = await nameForms(account, locale, forms);
      if (!isLeft) setFound(words);
    };
    // Without them the fields go by their codes.
    read().catch(() => undefined);
    return () => {
      isLeft = true;
    };
  }, [account, locale, forms]);
  return found;
}

function WaitingPage({ forms, inWords }: { forms: readonly WaitingForm[]; inWords: InWords }) {
  const locale = useLocale();
  const [first] = forms;
  if (!first) return null;
  const named = inWords.get(first.name);
  return (
    <Card className="space-y-2 sm:!p-4">
      <h2 className="font-semibold">
        <Link to={first.path} className="inline-flex min-h-8 items-center text-brand underline">
          {titleOf(first, named, locale)}
        </Link>
      </h2>
      {named ? <p className="text-sm text-muted">{named.rakerda}</p> : null}
      <ul className="divide-y divide-line">
        {forms.map((form) => (
          <li key={form.name} className="py-2 first:pt-0 last:pb-0">
            <WaitingFields form={form} named={inWords.get(form.name)} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** As its sheet says it; until that is known, as it was called where it was typed. */
function titleOf({ label }: WaitingForm, named: NamedForm | undefined, locale: Locale): string {
  return named ? `${named.topic} – ${named.agency}` : labelIn(label, locale);
}

function WaitingFields({ form, named }: { form: WaitingForm; named: NamedForm | undefined }) {
  const words = useSection(deviceWords);
  const locale = useLocale();
  const fields = named?.fields ?? byCode(form);
  const what = `${titleOf(form, named, locale)}: ${fields.map((field) => field.name).join(', ')}`;
  return (
    <>
      <p className="text-sm text-muted">{words.state[stateOf(form)]}</p>
      <dl translate="no" className="break-words" data-fields="">
        {fields.map((field) => (
          <div key={field.name} className="flex flex-wrap gap-x-2">
            <dt className="text-muted">{field.name}:</dt>
            <dd translate="no" className="tabular-nums">
              {field.value === '' ? '–' : field.value}
            </dd>
          </div>
        ))}
      </dl>
      <Button
        type="button"
        tone="quiet"
        onClick={() => {
          if (window.confirm(words.removeFormAsk({ label: what }))) dropKept(form.name);
        }}
      >
        {words.remove}
        <span className="sr-only">: {what}</span>
      </Button>
    </>
  );
}

function stateOf({ kept, path }: WaitingForm) {
  if (kept.sent) return 'waiting';
  // A cell goes out as soon as it is left: one that does not was refused.
  return path.includes('/register/') ? 'undecided' : 'notPressed';
}

/** Where nothing on the device knows the questions. */
function byCode({ kept }: WaitingForm): NamedForm['fields'] {
  return Object.entries(kept.fields).flatMap(([field, values]) =>
    /^(figure|cell)\./.test(field) ? [{ name: field.replace(/^\w+\./, ''), value: values.join(', ') }] : [],
  );
}
