/** The two fields of a topic's target: which figure, and how much of it. */
import type { InputHTMLAttributes, SelectHTMLAttributes } from 'react';
import { useLocale, useSection } from '~/i18n';
import { localize } from '~/instrument';
import type { TargetFigure } from '~/instrument/topic';
import { SelectField, TextField } from '~/ui';
import { boundsOf } from './topicTargetText';
import { topicTargetWords } from './topicTargetWords';

type Select = SelectHTMLAttributes<HTMLSelectElement> & { id: string; name: string };
type Input = InputHTMLAttributes<HTMLInputElement> & { id: string; name: string };

export function TopicTargetFields(props: {
  figures: readonly TargetFigure[];
  /** The figure that is chosen now; undefined where nothing follows the choice. */
  chosen: TargetFigure | undefined;
  measure: Select;
  value: Input;
  error: string | undefined;
}) {
  const { figures, chosen } = props;
  const words = useSection(topicTargetWords);
  const locale = useLocale();
  return (
    <div className="grid items-end gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <SelectField label={words.measure} {...props.measure}>
        {figures.map((figure) => (
          <option key={figure.code} value={figure.code}>
            {localize(figure.name, locale)}
            {figure.direction === 'lower' ? ' ↓' : ''}
          </option>
        ))}
      </SelectField>
      <TextField
        label={words.value}
        hint={chosen ? words.hint[chosen.direction](boundsOf(chosen, { locale })) : words.hintOfMany}
        error={props.error}
        inputMode="decimal"
        maxLength={20}
        autoComplete="off"
        {...props.value}
      />
    </div>
  );
}
