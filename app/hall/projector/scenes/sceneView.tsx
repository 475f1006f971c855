/** Draws one screen of the hall: full screen for the projector, or as a part of a page for a phone. */
import { type ReactNode, Suspense, useDeferredValue } from 'react';
import type { Scene, Screen } from '../scene';
import type { Scenes } from './everyScene';
import { fetchedScenes } from './fetchedScenes';
import { type Size, StageProvider, useWords } from './stage';

export function SceneView(props: {
  readonly screen: Screen;
  readonly size: Size;
  /** Stands beside the clock of a hall's screen. */
  readonly corner?: ReactNode;
  /** See the stage. */
  readonly armsBase?: string;
  /** A miniature: see the stage. */
  readonly isStill?: boolean;
  /** All of them at hand, where nothing may wait; else each is fetched when it is shown. */
  readonly scenes?: Scenes;
}) {
  const { size, scenes = fetchedScenes } = props;
  // While a scene is fetched, the screen before it stays as it was.
  const settled = useDeferredValue(props.screen);
  const screen = props.scenes ? props.screen : settled;
  if (screen.isBlank) return <Blank size={size} />;
  return (
    <Suspense fallback={null}>
      <StageProvider
        screen={screen}
        size={size}
        corner={props.corner}
        armsBase={props.armsBase}
        isStill={props.isStill ?? false}
      >
        <Content content={screen.picture.content} scenes={scenes} />
      </StageProvider>
    </Suspense>
  );
}

/** The hall sees nothing at all; a phone is told why. */
function Blank({ size }: { readonly size: Size }) {
  const text = useWords();
  return size === 'hall' ? (
    <div className="h-full w-full bg-black">
      <p className="sr-only">{text.blank}</p>
    </div>
  ) : (
    <p className="text-lg text-muted">{text.blank}</p>
  );
}

function Content({ content, scenes }: { readonly content: Scene; readonly scenes: Scenes }) {
  switch (content.scene) {
    case 'welcome':
      return <scenes.welcome {...content} />;
    case 'join':
      return <scenes.join {...content} />;
    case 'progress':
      return <scenes.progress {...content} />;
    case 'table':
      return <scenes.table {...content} />;
    case 'topic':
      return <scenes.topic {...content} />;
    case 'topicParts':
      return <scenes.topicParts {...content} />;
    case 'ranking':
      return <scenes.ranking {...content} />;
    case 'radar':
      return <scenes.radar {...content} />;
    case 'heatMap':
      return <scenes.heatMap {...content} />;
    case 'indicator':
      return <scenes.indicator {...content} />;
    case 'movement':
      return <scenes.movement {...content} />;
    case 'road':
      return <scenes.road {...content} />;
    case 'vote':
      return <scenes.vote {...content} />;
    case 'commitments':
      return <scenes.commitments {...content} />;
    case 'closing':
      return <scenes.closing {...content} />;
  }
}
