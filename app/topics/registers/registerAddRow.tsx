/** The form of one more row, where people keep the rows themselves. */
import { useLocale, useSection } from '~/i18n';
import { localize } from '~/instrument';
import type { RegisterColumn } from '~/instrument/metrics';
import { Button, Card, KeptForm, SelectField, TextField } from '~/ui';
import { PLACES } from './registerCells';
import type { RegisterProps } from './registerProps';
import { registerWords } from './registerWords';

/** A row that is added to those that people keep. */
export function AddRow({ page, answer }: RegisterProps) {
  const words = useSection(registerWords);
  const locale = useLocale();
  const { register } = page;
  const row = localize(register.rowName, locale);
  return (
    <Card>
      <KeptForm method="post" kept={`baris ${register.code}`} preventScrollReset className="space-y-4">
        <h2 className="text-xl">{words.add({ row })}</h2>
        <p className="text-sm text-muted">{words.addLead}</p>
        <div className="grid gap-x-6 gap-y-5 md:grid-cols-2">
          {register.columns.map((column) => (
            <AddField key={column.code} column={column} answer={answer?.added?.[column.code]} />
          ))}
        </div>
        <Button name="intent" value="add">
          {words.add({ row })}
        </Button>
      </KeptForm>
    </Card>
  );
}

function AddField(props: {
  column: RegisterColumn;
  answer: { readonly typed: string; readonly says: string | null } | undefined;
}) {
  const { column, answer } = props;
  const words = useSection(registerWords);
  const locale = useLocale();
  const name = localize(column.name, locale);
  const field = {
    id: `baru-${column.code}`,
    name: `new.${column.code}`,
    label: column.required ? `${name} (${words.must})` : name,
    hint: column.help && localize(column.help, locale),
    error: answer?.says ?? undefined,
    defaultValue: answer?.typed ?? '',
  };
  if (column.type === 'choice')
    return (
      <SelectField {...field}>
        <option value="">–</option>
        {column.options.map((option, place) => (
          <option key={option.code} value={option.code}>
            {`${place + 1} ${localize(option.name, locale)}`}
          </option>
        ))}
      </SelectField>
    );
  return (
    <TextField
      {...field}
      type={column.type === 'date' || column.type === 'plan' ? 'date' : 'text'}
      inputMode={column.type === 'number' ? 'numeric' : undefined}
      list={column.type === 'listed' ? PLACES : undefined}
      maxLength={column.type === 'text' ? column.most : 100}
      autoComplete="off"
    />
  );
}
