/** What the facilitator can choose about the scene that is shown. */
import { Link } from '@remix-run/react';
import type { FormEvent } from 'react';
import { useSection } from '~/i18n';
import { entryPath, rakerdaPath } from '~/paths';
import { Button, ButtonLink, CheckField, SelectField, TextField } from '~/ui';
import type { RemoteView } from './remote';
import { Order, OrderButton, Part } from './remoteOrders';
import type { Choices } from './remote.read.server';
import { projectorWords } from './projectorWords';

interface Props {
  readonly view: RemoteView;
  readonly choices: Choices;
  readonly rakerdaId: string;
  /** Chosen when the form was refused. */
  readonly refusedAgencies: readonly string[] | null;
  /** Of the scene that comes next, not of the one on air. */
  readonly isPrepared?: boolean;
}

/** Nothing where the scene leaves no choice. */
export function SceneChoices(props: Props) {
  const text = useSection(projectorWords).remote;
  const { view, choices } = props;
  const choice = sceneChoice(props);
  const pages = view.pages > 1;
  const hasInstruments = choices.instruments.length > 1 && !props.isPrepared;
  if (!choice && !pages && !hasInstruments) return null;
  return (
    <Part
      id={props.isPrepared ? 'pilihan-berikutnya' : 'pilihan'}
      title={props.isPrepared ? text.preparedOptions : text.options}
    >
      {choice}
      {pages ? <Pages view={view} /> : null}
      {hasInstruments ? <InstrumentChoice view={view} choices={choices} /> : null}
    </Part>
  );
}

function sceneChoice(props: Props) {
  switch (props.view.scene) {
    case 'topic':
    case 'topicParts':
      return <TopicChoice {...props} />;
    case 'indicator':
      return <IndicatorChoice {...props} />;
    case 'radar':
      return <AgencyChoice {...props} />;
    case 'vote':
      return <VoteChoice {...props} />;
    case 'commitments':
      return currentInstrument(props)?.hasPrevious ? <CommitmentsChoice {...props} /> : null;
    case 'welcome':
    case 'join':
    case 'progress':
    case 'table':
    case 'ranking':
    case 'heatMap':
    case 'movement':
    case 'road':
    case 'closing':
      return null;
  }
}

function currentInstrument({ view, choices }: Pick<Props, 'view' | 'choices'>) {
  return choices.instruments.find(({ code }) => code === view.options.instrument);
}

/** Its fields say `autoComplete="off"`: what a browser puts back after a reload must not become an order. */
function submitOnChange(event: FormEvent<HTMLSelectElement>) {
  event.currentTarget.form?.requestSubmit();
}

function TopicChoice({ view, choices }: Props) {
  const text = useSection(projectorWords);
  const {
    scene,
    options: { topic },
  } = view;
  return (
    <Order intent={scene === 'topic' ? scene : 'topicParts'} key={topic} className="space-y-2">
      <SelectField
        id="topik"
        name="to"
        label={text.scenes.topic}
        defaultValue={topic ?? ''}
        autoComplete="off"
        onChange={submitOnChange}
      >
        {topic === null ? <option value="">–</option> : null}
        {choices.topics.map(({ key, name, hasParts }) =>
          hasParts || scene === 'topic' ? (
            <option key={key} value={key}>
              {name}
            </option>
          ) : null,
        )}
      </SelectField>
      <noscript>
        <Button tone="secondary">{text.remote.show}</Button>
      </noscript>
    </Order>
  );
}

function IndicatorChoice({ view, choices }: Props) {
  const text = useSection(projectorWords).remote;
  const indicators = currentInstrument({ view, choices })?.indicators ?? [];
  const no = view.options.indicator;
  const last = indicators.length;
  return (
    <div className="space-y-3">
      {/* Drawn anew when somebody else chose another one. */}
      <Order intent="indicator" key={no} className="space-y-2">
        <SelectField
          id="indikator"
          name="to"
          label={text.indicator}
          defaultValue={no}
          autoComplete="off"
          onChange={submitOnChange}
        >
          {indicators.map((indicator) => (
            <option key={indicator.no} value={indicator.no}>
              {indicator.no}. {indicator.name}
            </option>
          ))}
        </SelectField>
        <noscript>
          <Button tone="secondary">{text.show}</Button>
        </noscript>
      </Order>
      <div className="grid grid-cols-2 gap-2">
        <OrderButton
          intent="indicator"
          to={String(Math.max(1, no - 1))}
          label="◀"
          name={text.previousIndicator}
          disabled={no <= 1}
        />
        <OrderButton
          intent="indicator"
          to={String(Math.min(last, no + 1))}
          label="▶"
          name={text.nextIndicator}
          disabled={no >= last}
        />
        <OrderButton intent="page" to="0" label={text.distribution} isOn={view.options.page === 0} />
        <OrderButton intent="page" to="1" label={text.criteria} isOn={view.options.page === 1} />
      </div>
    </div>
  );
}

function AgencyChoice({ view, choices, refusedAgencies }: Props) {
  const text = useSection(projectorWords).remote;
  const chosen = new Set(refusedAgencies ?? view.options.agencies);
  return (
    <div className="space-y-3">
      <Order intent="agencies" key={[...chosen].join(' ')} className="space-y-2">
        <fieldset>
          <legend className="font-medium">{text.agencies}</legend>
          <p className="text-sm text-muted">{text.agenciesHint}</p>
          {/* The keyboard reaches the boxes inside. */}
          <div className="relative mt-2 grid max-h-80 grid-cols-1 gap-x-4 overflow-y-auto min-[26rem]:grid-cols-2">
            {(choices.agencies ?? view.onRadar).map(({ code, name }) => (
              <CheckField
                key={code}
                id={`radar-${code}`}
                name="agency"
                value={code}
                label={name}
                defaultChecked={chosen.has(code)}
              />
            ))}
          </div>
        </fieldset>
        {choices.agencies === null ? (
          <TextField id="radar-tambah" name="to" label={text.agencyAdd} autoComplete="off" maxLength={100} />
        ) : null}
        <Button className="min-h-14 w-full">{text.show}</Button>
      </Order>
      {view.options.agencies.length > 0 ? (
        <Order intent="agencies">
          <Button tone="secondary" className="min-h-14 w-full">
            {text.agenciesAuto}
          </Button>
        </Order>
      ) : null}
    </div>
  );
}

function VoteChoice({ view, rakerdaId }: Props) {
  const text = useSection(projectorWords).remote;
  const chosen = view.options.voteId ?? '';
  const shown = view.votes.find(({ id }) => id === chosen) ?? view.votes[0];
  return (
    <div className="space-y-3">
      {view.votes.length > 1 ? (
        <Order intent="vote" key={chosen} className="space-y-2">
          <SelectField
            id="suara"
            name="to"
            label={text.vote}
            defaultValue={chosen}
            autoComplete="off"
            onChange={submitOnChange}
          >
            <option value="">{text.voteNewest}</option>
            {view.votes.map((vote) => (
              <option key={vote.id} value={vote.id}>
                {text.voteChoice({
                  no: String(vote.indicatorNo),
                  agency: vote.agencyName,
                  state: text.voteState[vote.state],
                })}
              </option>
            ))}
          </SelectField>
          <noscript>
            <Button tone="secondary">{text.show}</Button>
          </noscript>
        </Order>
      ) : null}
      {/* Closing and revealing is one tap away, not hidden behind the list. */}
      {shown && shown.state !== 'revealed' ? (
        <ButtonLink to={entryPath(rakerdaId, 'votes', shown.id)} tone="primary" className="min-h-14 w-full">
          {text.runVote}
        </ButtonLink>
      ) : null}
      <p>
        <Link
          to={rakerdaPath(rakerdaId, 'votes')}
          className="inline-flex min-h-11 items-center font-semibold text-brand underline"
        >
          {text.manageVotes}
        </Link>
      </p>
    </div>
  );
}

function CommitmentsChoice({ view }: Props) {
  const text = useSection(projectorWords).remote;
  const { commitmentsOf } = view.options;
  return (
    <div role="group" aria-label={text.commitmentsOf} className="grid grid-cols-2 gap-2">
      <OrderButton
        intent="commitments"
        to="this"
        label={text.commitmentsThis}
        isOn={commitmentsOf === 'this'}
      />
      <OrderButton
        intent="commitments"
        to="previous"
        label={text.commitmentsPrevious}
        isOn={commitmentsOf === 'previous'}
      />
    </div>
  );
}

function Pages({ view }: Pick<Props, 'view'>) {
  const text = useSection(projectorWords).remote;
  const { page } = view.options;
  return (
    <div role="group" aria-label={text.page} className="space-y-2">
      <p className="text-center font-medium" aria-live="polite">
        {page === null
          ? `${text.page}: ${text.pageAuto}`
          : text.pageAt({ page: String(page + 1), pages: String(view.pages) })}
      </p>
      <div className="grid grid-cols-3 gap-2">
        <OrderButton intent="page" to="previous" label="◀" name={text.pagePrevious} disabled={page === 0} />
        <OrderButton intent="page" to="auto" label={text.pageAuto} isOn={page === null} />
        <OrderButton
          intent="page"
          to="next"
          label="▶"
          name={text.pageNext}
          disabled={page === view.pages - 1}
        />
      </div>
    </div>
  );
}

function InstrumentChoice({ view, choices }: Pick<Props, 'view' | 'choices'>) {
  const text = useSection(projectorWords).remote;
  const { instrument } = view.options;
  return (
    <div>
      <Order intent="instrument" key={instrument} className="space-y-2">
        <SelectField
          id="instrumen"
          name="to"
          label={text.instrument}
          defaultValue={instrument}
          autoComplete="off"
          onChange={submitOnChange}
        >
          {choices.instruments.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
        <noscript>
          <Button tone="secondary">{text.show}</Button>
        </noscript>
      </Order>
    </div>
  );
}
