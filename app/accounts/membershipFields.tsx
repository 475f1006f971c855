import type { UseFormRegisterReturn } from 'react-hook-form';
import { useSection } from '~/i18n';
import { CheckField } from '~/ui';
import type { RakerdaChoice } from './accountRows.server';
import { accountWords } from './accountWords';

/** In which Rakerda an account works, as check boxes named `rakerda`. */
export function MembershipFields(props: {
  choices: readonly RakerdaChoice[];
  chosen: readonly string[];
  hint?: string;
  error?: string | undefined;
  field?: UseFormRegisterReturn;
}) {
  const words = useSection(accountWords).create;
  return (
    <fieldset id="rakerda">
      <legend className="font-medium">{words.memberships}</legend>
      {props.hint ? <p className="text-sm text-muted">{props.hint}</p> : null}
      {props.error ? <p className="text-sm font-medium text-danger">{props.error}</p> : null}
      {props.choices.length === 0 ? <p className="py-2 text-muted">{words.noRakerda}</p> : null}
      {props.choices.map((choice) => (
        <CheckField
          key={choice.id}
          id={`rakerda-${choice.id}`}
          name="rakerda"
          value={choice.id}
          label={choice.isDemo ? words.demoSuffix({ name: choice.name }) : choice.name}
          defaultChecked={props.chosen.includes(choice.id)}
          {...props.field}
        />
      ))}
    </fieldset>
  );
}
