/** What the stage of the Rakerda leaves open, and what every other one would. */
import type { RakerdaState } from '#db/schema';
import { useSection, useText } from '~/i18n';
import { allows, PARTS, STAGES } from '~/policy';
import { manageWords } from './manageWords';
import { Card, Sideways } from '~/ui';

export function StageCard({ stage }: { stage: RakerdaState }) {
  const words = useSection(manageWords).manage;
  return (
    <Card>
      <details>
        <summary className="min-h-11 py-2 text-lg font-semibold">{words.allStages}</summary>
        <div className="mt-2 space-y-3">
          <OpenAndClosed stage={stage} />
          <StageTable stage={stage} />
        </div>
      </details>
    </Card>
  );
}

function OpenAndClosed({ stage }: { stage: RakerdaState }) {
  const words = useSection(manageWords).manage;
  const groups = [
    { label: words.opens, parts: PARTS.filter((part) => allows(stage, part)) },
    { label: words.closes, parts: PARTS.filter((part) => !allows(stage, part)) },
  ];
  return (
    <dl className="grid gap-x-8 gap-y-2 sm:grid-cols-2">
      {groups.map((group) =>
        group.parts.length === 0 ? null : (
          <div key={group.label}>
            <dt className="text-sm text-muted">{group.label}</dt>
            <dd>{group.parts.map((part) => words.parts[part]).join(', ')}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

function StageTable({ stage }: { stage: RakerdaState }) {
  const text = useText();
  const words = useSection(manageWords).manage;
  return (
    <Sideways label={words.allStagesCaption} className="mt-2 rounded-lg border border-line">
      <table className="w-full border-collapse text-left text-sm">
        <caption className="sr-only">{words.allStagesCaption}</caption>
        <thead className="bg-sunken">
          <tr>
            <th scope="col" className="px-3 py-2">
              {words.part}
            </th>
            {STAGES.map((one) => (
              <th
                key={one}
                scope="col"
                className={`px-3 py-2 whitespace-nowrap ${one === stage ? 'bg-brand-soft text-brand-strong' : ''}`}
              >
                {text.rakerdaState[one]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {PARTS.map((part) => (
            <tr key={part} className="border-t border-line">
              <th scope="row" className="px-3 py-2 font-medium">
                {words.parts[part]}
              </th>
              {STAGES.map((one) => (
                <td
                  key={one}
                  className={`px-3 py-2 whitespace-nowrap ${one === stage ? 'bg-brand-soft' : ''} ${
                    allows(one, part) ? 'font-medium' : 'text-muted'
                  }`}
                >
                  <span aria-hidden="true">{allows(one, part) ? '✓ ' : '– '}</span>
                  {allows(one, part) ? words.isOpen : words.isClosed}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}
