/** Who stands where on the road, beside what all of them need: a few names, and how many more there are. */
import type { ReactNode } from 'react';
import { useFormat, useSection } from '~/i18n';
import type { SceneOf } from '../scene';
import { AgencyName, AgencyNames } from './sceneRows';
import { useMarkOf } from './stage';
import { roadWords } from './roadWords';

/** Names that mostly fit into one line of the narrowest projector. */
const MOST_NAMES = 4;

/** Those whose names stand open, the one under discussion first: a row of bars would tell nobody anything. */
function useNamed(agencies: readonly number[]): readonly number[] {
  const markOf = useMarkOf();
  if (agencies.every((agency) => markOf(agency).name === null)) return [];
  return [...agencies].sort((a, b) => Number(markOf(b).isFocused) - Number(markOf(a).isFocused));
}

/** Who is there already, and of the others the nearest and the farthest. */
export function RoadNames({ reached, rows }: Pick<SceneOf<'road'>, 'reached' | 'rows'>) {
  const words = useSection(roadWords);
  const there = useNamed(reached);
  const farthest = rows[0];
  const nearest = rows.length > 1 ? rows.at(-1) : undefined;
  const ends = useNamed([nearest, farthest].flatMap((row) => row?.agency ?? []));
  if (there.length === 0 && ends.length === 0) return null;
  return (
    <dl className="grid gap-x-4 leading-tight hall:grid-cols-[auto_minmax(0,1fr)] hall:pb-1 hall:text-sm/(--hall-line)">
      {there.length === 0 ? null : (
        <Line label={words.there}>
          <AgencyNames agencies={there} most={MOST_NAMES} />
        </Line>
      )}
      {ends.length === 0 ? null : (
        <Line label={words.onTheWay}>
          <ul className="flex flex-wrap gap-x-6">
            {nearest ? <End label={words.nearest} row={nearest} /> : null}
            {farthest ? <End label={nearest ? words.farthest : null} row={farthest} /> : null}
          </ul>
        </Line>
      )}
    </dl>
  );
}

function Line({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{label}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}

function End(props: { readonly label: string | null; readonly row: SceneOf<'road'>['rows'][number] }) {
  const { agency, rises } = props.row;
  const words = useSection(roadWords);
  const format = useFormat();
  return (
    <li>
      {props.label === null ? null : <span className="text-muted">{props.label} </span>}
      <AgencyName agency={agency} /> {/* On a projector of 4:3 both names take one line without it. */}
      <span translate="no" className="whitespace-nowrap text-muted tabular-nums hall:hidden wide:hall:inline">
        {rises === null ? words.impossible : words.rises({ count: format.number(rises) })}
      </span>
    </li>
  );
}

/** Whose road is not planned yet: they come nearer by answering. */
export function UnfinishedNames({ unfinished }: Pick<SceneOf<'road'>, 'unfinished'>) {
  const words = useSection(roadWords);
  const named = useNamed(unfinished);
  if (named.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-x-3">
      <p>{words.unfinished}</p>
      <AgencyNames agencies={named} most={MOST_NAMES} />
    </div>
  );
}
