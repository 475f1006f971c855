import { Fragment } from 'react';
import { useFormat, useSection } from '~/i18n';
import type { SceneOf } from '../scene';
import { Frame } from './sceneFrame';
import { useStage, useWords } from './stage';
import { joinWords } from './joinWords';

/** The way in: a code to scan, an address to type, and how many are in already. */
export function Join(scene: SceneOf<'join'>) {
  const { size } = useStage();
  const text = useWords();
  const words = useSection(joinWords);
  const format = useFormat();
  return (
    <Frame title={words.title}>
      <div className="flex flex-col gap-5 hall:min-h-0 hall:flex-1 hall:flex-row hall:items-center hall:justify-center hall:gap-10">
        <QrCode {...scene} />
        <div className="space-y-4 hall:min-w-0 hall:flex-1 hall:space-y-3 wide:hall:space-y-5">
          {scene.isReachable ? null : (
            <p
              role="status"
              translate="no"
              className="rounded-lg border border-accent bg-accent-soft p-3 font-semibold text-accent"
            >
              <span aria-hidden="true">⚠ </span>
              {words.unreachable}
            </p>
          )}
          {size === 'hall' ? (
            <p className="text-lg wide:text-xl">
              {words.scan}, {words.type}:
            </p>
          ) : null}
          <p className="text-xl font-bold wrap-anywhere text-brand hall:text-lg wide:hall:text-2xl">
            {scene.address.split('/').map((part, place) => (
              <Fragment key={place}>
                {place > 0 ? (
                  <>
                    <wbr />/
                  </>
                ) : null}
                {part}
              </Fragment>
            ))}
          </p>
          <p className="text-muted hall:text-lg">{words.code}</p>
          <div className="border-t border-line pt-3">
            <p className="text-muted hall:text-lg">{words.joined}</p>
            <p translate="no" className="text-2xl font-bold tabular-nums wide:hall:text-3xl">
              {text.agenciesOf({
                count: format.number(scene.joinedAgencies),
                total: format.number(scene.agencies),
              })}
            </p>
            <p translate="no" className="text-xl font-semibold tabular-nums wide:hall:text-2xl">
              {text.people({ count: format.number(scene.people) })}
            </p>
          </div>
        </div>
      </div>
    </Frame>
  );
}

function QrCode({ address, qrPath, qrSize, isReachable }: SceneOf<'join'>) {
  const words = useSection(joinWords);
  return (
    <svg
      role="img"
      aria-label={words.qr({ address })}
      viewBox={`0 0 ${String(qrSize)} ${String(qrSize)}`}
      shapeRendering="crispEdges"
      className={`w-full max-w-80 shrink-0 rounded-lg bg-white hall:max-w-none ${isReachable ? 'hall:size-124 wide:hall:size-144' : 'hall:size-112'}`}
    >
      <rect width={qrSize} height={qrSize} fill="#ffffff" />
      <path d={qrPath} fill="#000000" />
    </svg>
  );
}
