/** The ladder of one indicator: what the next step needs stands first. Works without scripts; with them the figures move. */
import { formatQuantity, useFormat, useLocale, useSection } from '~/i18n';
import { localize, writeNumber } from '~/instrument';
import {
  assessorCode,
  type Ladder,
  type LadderIndicator,
  ladderIndicators,
  type LadderItem,
  ladderQuantity,
  MARK_NAMES,
  markOf,
  MARKS,
  readLadder,
  scoreIndicator,
  waitingCode,
} from '~/instrument/ladder';
import type { Figures } from '~/instrument/topic';
import { Card, CheckField, TextField } from '~/ui';
import { IndicatorList, LADDER_PLACES, LadderFigures, NextBand } from './ladderFigures';
import { Rungs } from './ladderRungs';
import { ladderWords } from './ladderWords';
import { Confidence } from '../confidence';
import { partAddress, PartedSheet, PartForm, useTypedPart } from './partedSheet';
import type { SheetControl, TypedFigures } from '../sheetForm';

type Control = SheetControl & { readonly topic: Ladder; readonly part: string | null };

export function LadderForm(props: Control) {
  const { topic, figures, problems, part } = props;
  const words = useSection(ladderWords);
  const { language, atFirst, typed, errorOf, summaryOf, typedIn } = useTypedPart(props, LADDER_PLACES);
  const indicators = ladderIndicators(topic);
  const place = indicators.findIndex(({ code }) => code === part);
  const indicator = indicators[place];
  if (!indicator) return null;
  const now: Figures = { ...figures, ...readLadder(topic, part, typed, language).figures };
  const next = indicators[place + 1];
  const field = (code: string): FieldProps => ({ code, typed: atFirst, error: errorOf(code) });
  return (
    <PartedSheet
      head={<LadderFigures topic={topic} figures={now} />}
      listName={words.indicators}
      list={<IndicatorList topic={topic} figures={now} part={part} />}
      foot={<NextBand topic={topic} figures={figures} />}
    >
      <PartForm
        kept={`tangga ${topic.code} ${props.agencyCode} ${indicator.code}`}
        label={props.label}
        part={indicator.code}
        version={props.version}
        language={language}
        heading={<Heading topic={topic} indicator={indicator} figures={now} />}
        earlier={props.earlier}
        summary={summaryOf(Object.keys(problems))}
        save={words.save({ code: indicator.code })}
        next={
          next
            ? { to: partAddress(next.code, LADDER_PLACES), label: words.nextIndicator({ code: next.code }) }
            : null
        }
        onTyped={typedIn}
      >
        {indicator.external ? <ExternalScore indicator={indicator} field={field} /> : null}
        <Rungs
          topic={topic}
          indicator={indicator}
          // The order stays while somebody answers; nothing moves away under the finger.
          order={figures}
          figures={now}
          answer={(item) => <Marks item={item} {...field(item.code)} />}
        />
        <Card>
          <TextField
            id={idOf(assessorCode(indicator))}
            name={`figure.${assessorCode(indicator)}`}
            label={words.assessor}
            hint={words.assessorHint}
            error={errorOf(assessorCode(indicator))}
            defaultValue={atFirst[assessorCode(indicator)] ?? ''}
            inputMode="decimal"
            autoComplete="off"
            maxLength={20}
            translate="no"
            className="max-w-40 text-right text-lg tabular-nums"
          />
        </Card>
      </PartForm>
    </PartedSheet>
  );
}

/** The same for whoever may only look. */
export function LadderShown(props: Pick<Control, 'topic' | 'figures' | 'part' | 'earlier'>) {
  const { topic, figures, part } = props;
  const words = useSection(ladderWords);
  const locale = useLocale();
  const indicator = ladderIndicators(topic).find(({ code }) => code === part);
  if (!indicator) return null;
  const score = figures[indicator.code] ?? null;
  const assessor = figures[assessorCode(indicator)] ?? null;
  const scoreText =
    score !== null
      ? writeNumber(score, 2, locale)
      : figures[waitingCode(indicator)] === 1
        ? words.waiting
        : '–';
  return (
    <PartedSheet
      head={<LadderFigures topic={topic} figures={figures} />}
      listName={words.indicators}
      list={<IndicatorList topic={topic} figures={figures} part={part} />}
    >
      <div className="min-w-0 space-y-4">
        <Heading topic={topic} indicator={indicator} figures={figures} />
        {props.earlier}
        {indicator.external ? (
          <Card>
            <Stated name={localize(indicator.external.name, locale)} value={scoreText} />
          </Card>
        ) : null}
        <Rungs
          topic={topic}
          indicator={indicator}
          order={figures}
          figures={figures}
          answer={(item) => {
            const mark = markOf(figures, item);
            return (
              <p className="font-semibold">
                {mark === null ? words.unanswered : localize(MARK_NAMES[mark], locale)}
              </p>
            );
          }}
        />
        <Card>
          <Stated name={words.assessor} value={assessor === null ? '–' : writeNumber(assessor, 2, locale)} />
        </Card>
      </div>
    </PartedSheet>
  );
}

function Stated({ name, value }: { name: string; value: string }) {
  return (
    <dl className="flex flex-wrap justify-between gap-x-6">
      <dt>{name}</dt>
      <dd translate="no" className="font-semibold tabular-nums">
        {value}
      </dd>
    </dl>
  );
}

const { idOf } = LADDER_PLACES;

function Heading(props: { topic: Ladder; indicator: LadderIndicator; figures: Figures }) {
  const { topic, indicator, figures } = props;
  const words = useSection(ladderWords);
  const locale = useLocale();
  const format = useFormat();
  const { level, value } = scoreIndicator(topic, indicator, figures, 'self');
  const reached = level ? topic.levels[level - 1] : undefined;
  return (
    <header id="tangga" className="scroll-mt-4 space-y-1">
      <h2 className="text-xl">
        {words.heading({ code: indicator.code, name: localize(indicator.name, locale) })}
      </h2>
      <p translate="no" className="flex flex-wrap gap-x-4 text-muted tabular-nums" data-value="">
        <span className="font-semibold text-ink">
          {words.value({ value: formatQuantity(ladderQuantity(value), locale) })}
        </span>
        {level === null ? null : (
          <span>
            {reached
              ? words.atLevel({ level: format.number(reached.level), name: localize(reached.name, locale) })
              : words.atNone}
          </span>
        )}
        <span>{words.weight({ weight: format.number(indicator.weight) })}</span>
      </p>
    </header>
  );
}

interface FieldProps {
  readonly code: string;
  readonly typed: TypedFigures;
  readonly error: string | undefined;
}

function ExternalScore(props: { indicator: LadderIndicator; field: (code: string) => FieldProps }) {
  const { indicator, field } = props;
  const words = useSection(ladderWords);
  const locale = useLocale();
  const { external, code } = indicator;
  if (!external) return null;
  const score = field(code);
  const waiting = field(waitingCode(indicator));
  return (
    <Card className="space-y-4">
      <h3 className="flex flex-wrap items-center gap-2 font-semibold">
        {words.external({ steward: external.steward })} <Confidence of={external} />
      </h3>
      <TextField
        id={idOf(code)}
        name={`figure.${code}`}
        label={words.score({ name: localize(external.name, locale) })}
        hint={words.scoreHint}
        error={score.error}
        defaultValue={score.typed[code] ?? ''}
        inputMode="decimal"
        autoComplete="off"
        maxLength={20}
        translate="no"
        className="max-w-40 text-right text-lg tabular-nums"
      />
      <CheckField
        id={idOf(waiting.code)}
        name={`figure.${waiting.code}`}
        value="1"
        label={words.waiting}
        defaultChecked={waiting.typed[waiting.code] === '1'}
      />
      <details>
        <summary className="min-h-11 py-2.5 font-medium">{words.conversion}</summary>
        <table className="text-right text-sm">
          <thead>
            <tr>
              {[words.conversionScore, words.conversionValue].map((head) => (
                <th key={head} scope="col" className="px-3 py-1 font-medium text-muted">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody translate="no" className="tabular-nums">
            {external.conversion.map(([from, to]) => (
              <tr key={from}>
                <td className="px-3 py-0.5">{writeNumber(from, 2, locale)}</td>
                <td className="px-3 py-0.5">{writeNumber(to, 2, locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {external.source.note ? (
          <p className="max-w-prose text-sm text-muted">{localize(external.source.note, locale)}</p>
        ) : null}
      </details>
    </Card>
  );
}

/** Three choices in a row: arrows move between them, Tab goes on to the next item. */
function Marks({ item, typed, error }: { item: LadderItem } & FieldProps) {
  const locale = useLocale();
  const id = idOf(item.code);
  return (
    <div
      role="radiogroup"
      aria-labelledby={`${id}-nama`}
      className="mt-1 flex flex-wrap gap-1 text-sm sm:gap-2 sm:text-base"
    >
      {MARKS.map((mark) => (
        <label
          key={mark}
          className="inline-flex min-h-11 cursor-pointer items-center gap-1.5 rounded-lg border border-line-strong px-2 has-checked:border-brand has-checked:bg-brand-soft has-checked:font-semibold sm:px-3"
        >
          <input
            type="radio"
            id={mark === 0 ? id : `${id}-${mark}`}
            name={`figure.${item.code}`}
            value={mark}
            defaultChecked={typed[item.code] === String(mark)}
          />
          {localize(MARK_NAMES[mark], locale)}
        </label>
      ))}
      {error ? (
        <p id={`${id}-error`} className="w-full text-sm font-medium text-danger">
          <span aria-hidden="true">⚠ </span>
          {error}
        </p>
      ) : null}
    </div>
  );
}
