/** Draws one screen of the hall: full screen for the projector, or as a part of a page for a phone. */
import type { ReactNode } from 'react';
import type { Scene, Screen } from '../scene';
import { Closing } from './closingScene';
import { Commitments } from './commitmentsScene';
import { HeatMap } from './heatMapScene';
import { Indicator } from './indicatorScene';
import { Join } from './joinScene';
import { Movement } from './movementScene';
import { Progress } from './progressScene';
import { Radar } from './radarScene';
import { Ranking } from './rankingScene';
import { Road } from './roadScene';
import { Table } from './tableScene';
import { type Size, StageProvider, useWords } from './stage';
import { VoteScene } from './voteScene';
import { Welcome } from './welcomeScene';

export function SceneView(props: {
  readonly screen: Screen;
  readonly size: Size;
  /** Stands beside the clock of a hall's screen. */
  readonly corner?: ReactNode;
  readonly isStill?: boolean;
}) {
  const { screen, size } = props;
  if (screen.isBlank) return <Blank size={size} />;
  return (
    <StageProvider screen={screen} size={size} corner={props.corner} isStill={props.isStill ?? false}>
      <Content content={screen.picture.content} />
    </StageProvider>
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

function Content({ content }: { readonly content: Scene }) {
  switch (content.scene) {
    case 'welcome':
      return <Welcome {...content} />;
    case 'join':
      return <Join {...content} />;
    case 'progress':
      return <Progress {...content} />;
    case 'table':
      return <Table {...content} />;
    case 'ranking':
      return <Ranking {...content} />;
    case 'radar':
      return <Radar {...content} />;
    case 'heatMap':
      return <HeatMap {...content} />;
    case 'indicator':
      return <Indicator {...content} />;
    case 'movement':
      return <Movement {...content} />;
    case 'road':
      return <Road {...content} />;
    case 'vote':
      return <VoteScene {...content} />;
    case 'commitments':
      return <Commitments {...content} />;
    case 'closing':
      return <Closing {...content} />;
  }
}
