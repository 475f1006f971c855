/** What every agency shall reach in the topics that are ticked: of each one figure, and how much of it. */
import { useWatch } from 'react-hook-form';
import { useHydrated } from '~/ui';
import type { TargetFigure } from '~/instrument/topic';
import { TopicTargetFields } from '~/rakerda/topicTargetFields';
import type { PartProps } from './beginnings';
import { type FieldLabels, ticksIn, topicMeasureField, topicTargetField } from './rakerdaForm';
import type { TopicChoice } from './setUpChoices.server';

type Measures = Readonly<Record<string, string>>;

/** The figure that stands in the field of a topic; the first where none was chosen. */
export function chosenFigure(
  topics: readonly TopicChoice[],
  measures: Measures,
  topicCode: string,
): TargetFigure | undefined {
  const figures = topics.find(({ code }) => code === topicCode)?.figures ?? [];
  return figures.find(({ code }) => code === measures[topicCode]) ?? figures[0];
}

export function TopicTargets({
  form,
  values,
  labels,
  errorOf,
  topics,
}: PartProps & { readonly labels: FieldLabels; readonly topics: readonly TopicChoice[] }) {
  const hydrated = useHydrated();
  const ticked = ticksIn(useWatch({ control: form.control, name: 'topics' }));
  const measures = useWatch({ control: form.control, name: 'topicMeasures' });
  // Without scripts nothing follows the ticks: the targets of those left out are passed over.
  const asked = hydrated ? topics.filter(({ value }) => ticked.includes(value)) : topics;
  return asked.map(({ code, figures }) => {
    const [measure, value] = [topicMeasureField(code), topicTargetField(code)];
    return (
      <fieldset key={code} className="border-t border-line pt-3">
        <legend className="font-medium">{labels[value]}</legend>
        <TopicTargetFields
          figures={figures}
          chosen={hydrated ? chosenFigure(topics, measures, code) : undefined}
          error={errorOf(value)}
          measure={{
            id: measure,
            defaultValue: values.topicMeasures[code] ?? figures[0]?.code,
            ...form.register(measure),
          }}
          value={{
            id: value,
            defaultValue: values.topicTargets[code] ?? '',
            ...form.register(value),
          }}
        />
      </fieldset>
    );
  });
}
