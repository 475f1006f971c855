import { useSection } from '~/i18n';
import { CheckField, useHydrated } from '~/ui';
import { signInWords } from './signInWords';

/** Initial passwords are long and phones small: lets people see what they type. Needs scripts, keeps its place without. */
export function ShowPasswords(props: { id: string; shown: boolean; onChange: (shown: boolean) => void }) {
  const signInText = useSection(signInWords);
  const hydrated = useHydrated();
  return (
    <div className={hydrated ? '' : 'invisible'}>
      <CheckField
        id={props.id}
        name=""
        label={signInText.showPasswordLabel}
        checked={props.shown}
        onChange={(event) => {
          props.onChange(event.currentTarget.checked);
        }}
      />
    </div>
  );
}
