/** What a facilitator changes while a Rakerda runs. Three plain forms; each says what it did. */
import type { RakerdaState } from '#db/schema';
import { useFormat, useSection, useText } from '~/i18n';
import { Alert, Button, ButtonLink, Card, ErrorSummary, KeptForm, SelectField, TextField } from '~/ui';
import type { Member, TargetTable } from './overviewRows.server';
import type { OpenMatters } from './openMatters.server';
import type { ManageRefusal, TargetProblem } from './manageRefusal';
import { StageCard } from './stageCard';
import { targetKey } from '~/rakerda/targetFields';
import { overviewWords } from './overviewWords';
import { manageWords } from './manageWords';

export interface ManageData {
  readonly members: readonly Member[];
  readonly candidates: readonly Member[];
  readonly targets: TargetTable;
  readonly targetsOpen: boolean;
  readonly openMatters: OpenMatters;
}

interface SectionProps {
  readonly manage: ManageData;
  readonly stage: RakerdaState;
  readonly message: string | null;
  readonly refusal: ManageRefusal | undefined;
}

/** `copy` is where the next one begins as a copy of this one; null where that may not be. */
export function ManageSection(props: SectionProps & { copy: string | null }) {
  const { copy } = useSection(overviewWords).overview;
  const words = useSection(manageWords).manage;
  return (
    <section aria-labelledby="kelola" className="space-y-4 print:hidden">
      <h2 id="kelola" className="text-xl">
        {words.title}
      </h2>
      <StageCard stage={props.stage} />
      <Targets {...props} />
      <Members {...props} />
      {props.copy === null ? null : <ButtonLink to={props.copy}>{copy}</ButtonLink>}
    </section>
  );
}

/** Where a change was just saved, says so beside it. */
export function Saved({ message, of }: { message: string | null; of: 'tahap' | 'target' | 'anggota' }) {
  const words = useSection(manageWords).manage;
  return message === of ? <Alert tone="success">{words.saved[of]}</Alert> : null;
}

function Targets({ manage, message, refusal }: SectionProps) {
  const words = useSection(manageWords).manage;
  const { instruments } = manage.targets;
  const refused = refusal?.kind === 'targets' ? refusal : undefined;
  const refusedAll = refusal?.kind === 'targetAll' ? refusal : undefined;
  const touched = message === 'target' || refused !== undefined || refusedAll !== undefined;
  return (
    <Card id="target" className="space-y-3">
      <h3 className={manage.targetsOpen ? 'sr-only' : 'text-lg'}>{words.targetsTitle}</h3>
      <Saved message={message} of="target" />
      {refusal?.kind === 'targetsLocked' || !manage.targetsOpen ? (
        <Alert tone={refusal?.kind === 'targetsLocked' ? 'danger' : 'info'}>{words.targetsLocked}</Alert>
      ) : null}
      {manage.targetsOpen ? (
        <details open={touched}>
          <summary className="min-h-11 py-2 text-lg font-semibold">{words.targetsChange}</summary>
          <div className="mt-3 space-y-6">
            <p className="text-sm text-muted">{words.targetsHint}</p>
            {instruments.map((instrument) => {
              const own = refusedAll?.instrument === instrument.code ? refusedAll : undefined;
              return (
                <KeptForm
                  key={instrument.code}
                  method="post"
                  kept={`instrumen ${instrument.code}`}
                  preventScrollReset
                  className="flex flex-wrap items-end gap-3"
                >
                  <input type="hidden" name="instrument" value={instrument.code} />
                  <div className="w-full max-w-xs">
                    <TextField
                      id={`target-all-${instrument.code}`}
                      name="all"
                      label={
                        instruments.length > 1
                          ? words.targetAllOf({ instrument: instrument.name })
                          : words.targetAll
                      }
                      inputMode="decimal"
                      autoComplete="off"
                      maxLength={10}
                      defaultValue={own?.typed ?? ''}
                      error={own ? words.targetInvalid : undefined}
                    />
                  </div>
                  <Button tone="secondary" name="intent" value="targetAll">
                    {words.targetAllSave}
                  </Button>
                </KeptForm>
              );
            })}
            <TargetList table={manage.targets} refused={refused} />
          </div>
        </details>
      ) : null}
    </Card>
  );
}

/** One list of agencies, one field for each instrument. */
function TargetList(props: {
  table: TargetTable;
  refused: Extract<ManageRefusal, { readonly kind: 'targets' }> | undefined;
}) {
  const format = useFormat();
  const words = useSection(manageWords).manage;
  const { table, refused } = props;
  const several = table.instruments.length > 1;
  const wordsOf = (problem: TargetProblem | undefined) => {
    if (!problem) return undefined;
    if (problem.kind === 'invalid') return words.targetInvalid;
    const value = problem.now === null ? words.noTarget : format.figure(problem.now);
    return words.targetMoved({ value });
  };
  const fields = table.agencies.flatMap((agency) =>
    table.instruments.map((instrument) => {
      const key = targetKey({ instrumentCode: instrument.code, agencyCode: agency.code });
      const stored = table.targets[key] ?? null;
      const value = stored === null ? '' : format.figure(stored);
      return {
        key,
        stored: value,
        label: several ? `${agency.name} – ${instrument.name}` : agency.name,
        typed: refused?.typed[key] ?? value,
        error: wordsOf(refused?.problems[key]),
      };
    }),
  );
  const summary = fields.flatMap(({ key, label, error }) =>
    error ? [{ id: `target-${key}`, message: `${label}: ${error}` }] : [],
  );
  return (
    // Fields hold what is stored: a save by this or another form must refill them.
    <KeptForm
      key={fields.map(({ stored }) => stored).join()}
      method="post"
      kept="target"
      preventScrollReset
      className="space-y-4"
    >
      <ErrorSummary errors={summary} />
      <div className={`grid gap-4 sm:grid-cols-2 ${several ? '' : 'xl:grid-cols-3'}`}>
        {fields.map(({ key, stored, label, typed, error }) => (
          <div key={key}>
            <input type="hidden" name={`before.${key}`} value={stored} />
            <TextField
              id={`target-${key}`}
              name={`target.${key}`}
              label={label}
              aria-label={words.targetFor({ agency: label })}
              inputMode="decimal"
              autoComplete="off"
              maxLength={10}
              defaultValue={typed}
              error={error}
            />
          </div>
        ))}
      </div>
      <Button tone="secondary" name="intent" value="targets">
        {words.targetsSave}
      </Button>
    </KeptForm>
  );
}

function Members({ manage, message, refusal }: SectionProps) {
  const text = useText();
  const words = useSection(manageWords).manage;
  // Whoever has just made the Rakerda is sent here.
  const isAsked = message === 'anggota' || message === 'dibuat' || refusal?.kind === 'member';
  return (
    <Card id="anggota" className="space-y-3">
      <h3 className="sr-only">{words.membersTitle}</h3>
      <details open={isAsked} className="space-y-3">
        <summary className="min-h-11 py-2 text-lg font-semibold">{words.membersTitle}</summary>
        <p className="text-muted">{words.membersLead}</p>
        <Saved message={message} of="anggota" />
        {refusal?.kind === 'member' ? <Alert tone="danger">{words.memberError}</Alert> : null}
        {manage.members.length === 0 ? <p>{words.membersNone}</p> : null}
        <ul className="divide-y divide-line">
          {manage.members.map((member) => (
            <li key={member.id} className="flex flex-wrap items-center justify-between gap-2 py-2">
              <span>
                <span className="font-medium">{member.name}</span>{' '}
                <span className="text-sm text-muted">
                  {member.username} · {text.role[member.role]}
                </span>
              </span>
              {member.self ? (
                <span className="text-sm text-muted">{words.memberSelf}</span>
              ) : (
                <KeptForm method="post" preventScrollReset>
                  <input type="hidden" name="account" value={member.id} />
                  <Button
                    tone="secondary"
                    name="intent"
                    value="memberRemove"
                    aria-label={words.memberRemoveOf({ name: member.name })}
                  >
                    {words.memberRemove}
                  </Button>
                </KeptForm>
              )}
            </li>
          ))}
        </ul>
        {manage.candidates.length === 0 ? (
          <p className="text-sm text-muted">{words.memberNoneLeft}</p>
        ) : (
          <KeptForm
            method="post"
            kept="anggota"
            preventScrollReset
            className="flex flex-wrap items-end gap-3"
          >
            <div className="w-full max-w-md">
              <SelectField id="member-add" name="account" label={words.memberChoose}>
                {manage.candidates.map((account) => (
                  <option key={account.id} value={account.id}>
                    {account.name} ({text.role[account.role]})
                  </option>
                ))}
              </SelectField>
            </div>
            <Button tone="secondary" name="intent" value="memberAdd">
              {words.memberAdd}
            </Button>
          </KeptForm>
        )}
      </details>
    </Card>
  );
}
