/** Who takes part: a province, and all or some of its regencies and cities. */
import { type UseFormReturn, useWatch } from 'react-hook-form';
import { useFormat, useSection } from '~/i18n';
import { Button, Card, CheckField, SelectField, TextField, useHydrated } from '~/ui';
import type { ExtraAgencies } from './countryAgencies.server';
import { useAgencyLine } from './agencyLine';
import type { AgencyChoice } from './setUpChoices.server';
import { setUpWords } from '~/rakerda/setUpWords';
import {
  type ErrorField,
  type FieldLabels,
  type RakerdaFormValues,
  type RakerdaInput,
  ticksIn,
} from './rakerdaForm';

interface AgencyFieldsProps {
  readonly form: UseFormReturn<RakerdaFormValues, unknown, RakerdaInput>;
  readonly values: RakerdaFormValues;
  readonly labels: FieldLabels;
  readonly errorOf: (field: ErrorField) => string | undefined;
  readonly provinces: readonly AgencyChoice[];
  readonly agencies: readonly AgencyChoice[];
  readonly agenciesOf: string;
  readonly extra: ExtraAgencies;
  readonly fetchAgencies: () => void;
}

export function AgencyFields(props: AgencyFieldsProps) {
  const { form, values, labels, errorOf, agencies, agenciesOf } = props;
  const { control, register, setValue, getValues } = form;
  const words = useSection(setUpWords).form;
  const hydrated = useHydrated();
  const scope = useWatch({ control, name: 'scope' });
  const province = useWatch({ control, name: 'provinceCode' });
  // Without scripts nothing follows the choice: list and button then stay in sight.
  const choosing = scope === 'chosen' || !hydrated;
  const listed = agencies.length > 0 && (agenciesOf === province || !hydrated);

  return (
    <Card className="space-y-4">
      <h2 className="text-xl">{words.agenciesTitle}</h2>
      <SelectField
        id="provinceCode"
        label={labels.provinceCode}
        error={errorOf('provinceCode')}
        defaultValue={values.provinceCode}
        {...register('provinceCode', {
          onChange: () => {
            setValue('agencyCodes', []);
            if (getValues('scope') === 'chosen') props.fetchAgencies();
          },
        })}
      >
        <option value="">{words.provinceChoose}</option>
        {props.provinces.map((choice) => (
          <option key={choice.code} value={choice.code}>
            {choice.name}
          </option>
        ))}
      </SelectField>
      <fieldset id="scope">
        <legend className="font-medium">{labels.scope}</legend>
        {(['all', 'chosen'] as const).map((value) => (
          <label key={value} htmlFor={`scope-${value}`} className="flex min-h-11 items-start gap-3 py-2">
            <input
              id={`scope-${value}`}
              type="radio"
              value={value}
              defaultChecked={values.scope === value}
              className="mt-0.5 size-5 shrink-0 accent-brand"
              {...register('scope', {
                onChange: () => {
                  const { scope: chosen, provinceCode } = getValues();
                  if (chosen === 'chosen' && provinceCode !== '' && provinceCode !== agenciesOf) {
                    props.fetchAgencies();
                  }
                },
              })}
            />
            <span>{value === 'all' ? words.scopeAll : words.scopeChosen}</span>
          </label>
        ))}
      </fieldset>
      {choosing && !(hydrated && listed) ? (
        <div>
          <Button
            tone="secondary"
            formMethod="get"
            formNoValidate
            name="langkah"
            value="daftar"
            aria-describedby="langkah-hint"
          >
            {words.showAgencies}
          </Button>
          <p id="langkah-hint" className="mt-1 text-sm text-muted">
            {words.showAgenciesHint}
          </p>
        </div>
      ) : null}
      {choosing && listed ? (
        <fieldset id="agencyCodes" aria-describedby="agencyCodes-hint">
          <legend className="font-medium">{labels.agencyCodes}</legend>
          <p id="agencyCodes-hint" className="text-sm text-muted">
            {words.agenciesHint}
          </p>
          <div className="grid gap-x-6 sm:grid-cols-2">
            {agencies.map((agency) => (
              <CheckField
                key={agency.code}
                id={`agency-${agency.code}`}
                label={agency.name}
                value={agency.code}
                defaultChecked={Array.isArray(values.agencyCodes) && values.agencyCodes.includes(agency.code)}
                {...register('agencyCodes')}
              />
            ))}
          </div>
        </fieldset>
      ) : null}
      {errorOf('agencyCodes') ? (
        <p id="agencyCodes-error" className="text-sm font-medium text-danger">
          <span aria-hidden="true">⚠ </span>
          {errorOf('agencyCodes')}
        </p>
      ) : null}
      <CheckField
        id="includeProvince"
        label={labels.includeProvince}
        defaultChecked={values.includeProvince}
        {...register('includeProvince')}
      />
      <ExtraFields {...props} />
    </Card>
  );
}

/** Agencies from elsewhere: looked for one search after the other, those ticked so far stay. */
function ExtraFields({ form, values, labels, errorOf, extra }: AgencyFieldsProps) {
  const words = useSection(setUpWords).form;
  const format = useFormat();
  const line = useAgencyLine();
  const { search, chosen, found } = extra;
  const error = errorOf('extraCodes');
  const listed = [...chosen, ...found.agencies];
  return (
    <section aria-labelledby="extraTitle" className="space-y-3 border-t border-line pt-4">
      <h3 id="extraTitle" className="text-lg">
        {words.extraTitle}
      </h3>
      <div className="flex flex-wrap items-end gap-3">
        <div className="grow basis-48">
          <TextField
            id="cari"
            name="cari"
            type="search"
            label={words.extraSearch}
            hint={words.extraHint}
            defaultValue={search}
            maxLength={80}
            autoComplete="off"
            enterKeyHint="search"
            // Enter would send the whole form.
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              event.currentTarget.form?.querySelector<HTMLButtonElement>('#cari-instansi')?.click();
            }}
          />
        </div>
        <Button
          id="cari-instansi"
          tone="secondary"
          formMethod="get"
          formNoValidate
          name="langkah"
          value="cari"
        >
          {words.extraFind}
        </Button>
      </div>
      {search !== '' && found.count === 0 ? (
        <p className="text-muted">{words.extraNone({ search })}</p>
      ) : null}
      {found.agencies.length < found.count ? (
        <p className="text-muted">
          {words.extraMore({
            shown: format.number(found.agencies.length),
            count: format.number(found.count),
          })}
        </p>
      ) : null}
      {listed.length > 0 ? (
        <fieldset id="extraCodes">
          <legend className="font-medium">{labels.extraCodes}</legend>
          <div className="grid gap-x-6 sm:grid-cols-2">
            {listed.map((agency) => (
              <CheckField
                key={agency.code}
                id={`extra-${agency.code}`}
                label={line(agency)}
                value={agency.code}
                defaultChecked={ticksIn(values.extraCodes).includes(agency.code)}
                {...form.register('extraCodes')}
              />
            ))}
          </div>
        </fieldset>
      ) : null}
      {error ? (
        <p id="extraCodes-error" className="text-sm font-medium text-danger">
          <span aria-hidden="true">⚠ </span>
          {error}
        </p>
      ) : null}
    </section>
  );
}
