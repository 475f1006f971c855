/** All scenes at once: for the server, and for the hall's own screen, which waits for nothing. */
import type { ComponentType } from 'react';
import type { Scene, SceneOf } from '../scene';
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
import { TopicParts } from './topicPartsScene';
import { Topic } from './topicScene';
import { VoteScene } from './voteScene';
import { Welcome } from './welcomeScene';

/** Scene → what draws it. */
export type Scenes = { readonly [Name in Scene['scene']]: ComponentType<SceneOf<Name>> };

export const everyScene: Scenes = {
  welcome: Welcome,
  join: Join,
  progress: Progress,
  table: Table,
  topic: Topic,
  topicParts: TopicParts,
  ranking: Ranking,
  radar: Radar,
  heatMap: HeatMap,
  indicator: Indicator,
  movement: Movement,
  road: Road,
  vote: VoteScene,
  commitments: Commitments,
  closing: Closing,
};
