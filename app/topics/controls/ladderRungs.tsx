/** The levels of one indicator: what is still to do stands first, what is complete is folded. */
import type { ReactNode } from 'react';
import { useFormat, useLocale, useSection } from '~/i18n';
import { localize, type LocalizedText } from '~/instrument';
import {
  type Ladder,
  type LadderIndicator,
  type LadderItem,
  markOf,
  READY,
  scoreIndicator,
} from '~/instrument/ladder';
import type { Figures } from '~/instrument/topic';
import { Card } from '~/ui';
import { Confidence } from '../confidence';
import { LADDER_PLACES } from './ladderFigures';
import { ladderWords } from './ladderWords';

const { idOf } = LADDER_PLACES;

/** The level that comes next is open and first, then those above it, then those that are complete. */
export function Rungs(props: {
  topic: Ladder;
  indicator: LadderIndicator;
  order: Figures;
  figures: Figures;
  answer: (item: LadderItem) => ReactNode;
}) {
  const { topic, indicator, order, figures, answer } = props;
  const words = useSection(ladderWords);
  const locale = useLocale();
  const format = useFormat();
  const reached = scoreIndicator(topic, indicator, order, 'self').level;
  const rungs = topic.levels.flatMap(({ level, name }) => {
    const rung = indicator.rungs[level - 1];
    return rung ? [{ level, name, ...rung }] : [];
  });
  type Rung = (typeof rungs)[number];
  const inWords = ({ level, name }: { level: number; name: LocalizedText }) => ({
    level: format.number(level),
    name: localize(name, locale),
    below: format.number(level - 1),
  });
  const itemsOf = ({ criterion, items, level }: Rung) => (
    <>
      <p className="max-w-prose text-muted">{localize(criterion, locale)}</p>
      {sortedFor(order, items).map((item) => (
        <Item
          key={item.code}
          item={item}
          isHeldBack={isHeldBack(topic, indicator, figures, item, level)}
          below={format.number(level - 1)}
        >
          {answer(item)}
        </Item>
      ))}
    </>
  );
  const counted = ({ items }: Rung) => {
    const main = items.filter(({ role }) => role === 'main');
    const ready = main.filter((item) => markOf(figures, item) === READY).length;
    return words.ready({ ready: format.number(ready), total: format.number(main.length) });
  };
  if (reached === null)
    return (
      <Folded title={words.criteria}>
        {rungs.map((rung) => (
          <div key={rung.level} className="space-y-2 border-t border-line pt-3 first:border-0 first:pt-0">
            <h4 className="font-semibold">{words.atLevel(inWords(rung))}</h4>
            {itemsOf(rung)}
          </div>
        ))}
      </Folded>
    );
  const [next, ...later] = rungs.filter(({ level }) => level > reached);
  return (
    <>
      {next ? (
        <Card className="space-y-4" data-next="">
          <h3 className="flex flex-wrap items-baseline justify-between gap-x-4 text-lg">
            {words.next(inWords(next))}
            <span translate="no" className="text-sm font-normal text-muted">
              {counted(next)}
            </span>
          </h3>
          {itemsOf(next)}
        </Card>
      ) : null}
      {later.map((rung) => (
        <Folded key={rung.level} title={words.later(inWords(rung))} note={counted(rung)}>
          {itemsOf(rung)}
        </Folded>
      ))}
      {rungs
        .filter(({ level }) => level <= reached)
        .map((rung) => (
          <Folded key={rung.level} title={words.complete(inWords(rung))} note={counted(rung)}>
            {itemsOf(rung)}
          </Folded>
        ))}
    </>
  );
}

/** What is not ready first: that is what there is to do. */
function sortedFor(figures: Figures, items: readonly LadderItem[]): readonly LadderItem[] {
  const isDone = (item: LadderItem) => markOf(figures, item) === READY;
  return [...items.filter((item) => !isDone(item)), ...items.filter(isDone)];
}

function isHeldBack(
  topic: Ladder,
  indicator: LadderIndicator,
  figures: Figures,
  item: LadderItem,
  level: number,
): boolean {
  const reached = scoreIndicator(topic, indicator, figures, 'self').level;
  return reached !== null && level > reached + 1 && item.role === 'main' && markOf(figures, item) === READY;
}

function Folded({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <details className="rounded-xl border border-line bg-surface">
      <summary className="min-h-11 px-4 py-2.5 font-medium hover:bg-sunken">
        {title}
        {note ? (
          <span translate="no" className="ml-2 text-sm font-normal text-muted">
            {note}
          </span>
        ) : null}
      </summary>
      <div className="space-y-4 px-4 pb-4">{children}</div>
    </details>
  );
}

function Item(props: { item: LadderItem; isHeldBack: boolean; below: string; children: ReactNode }) {
  const { item } = props;
  const words = useSection(ladderWords);
  const locale = useLocale();
  return (
    <div data-item={item.code} className="border-t border-line pt-3 first-of-type:border-0">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span translate="no" className="text-sm text-muted tabular-nums">
          {item.code}
        </span>
        <span id={`${idOf(item.code)}-nama`} className="font-medium">
          {localize(item.name, locale)}
        </span>
        <Confidence of={{ source: item }} />
        {item.role === 'supporting' ? <span className="text-sm text-muted">{words.supporting}</span> : null}
      </p>
      {props.children}
      {props.isHeldBack ? (
        <p className="text-sm font-medium text-accent">
          <span aria-hidden="true">⚠ </span>
          {words.heldBack({ below: props.below })}
        </p>
      ) : null}
    </div>
  );
}
