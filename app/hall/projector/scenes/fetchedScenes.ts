/** A phone and the remote show one scene at a time, and fetch what draws it when it is shown. */
import { lazy } from 'react';
import { everyScene, type Scenes } from './everyScene';

/** The server has them all: a page comes whole, and a browser's scripts find in it what they take over. */
export const fetchedScenes: Scenes = import.meta.env.SSR
  ? everyScene
  : {
      welcome: lazy(async () => ({ default: (await import('./welcomeScene')).Welcome })),
      join: lazy(async () => ({ default: (await import('./joinScene')).Join })),
      progress: lazy(async () => ({ default: (await import('./progressScene')).Progress })),
      table: lazy(async () => ({ default: (await import('./tableScene')).Table })),
      topic: lazy(async () => ({ default: (await import('./topicScene')).Topic })),
      topicParts: lazy(async () => ({ default: (await import('./topicPartsScene')).TopicParts })),
      ranking: lazy(async () => ({ default: (await import('./rankingScene')).Ranking })),
      radar: lazy(async () => ({ default: (await import('./radarScene')).Radar })),
      heatMap: lazy(async () => ({ default: (await import('./heatMapScene')).HeatMap })),
      indicator: lazy(async () => ({ default: (await import('./indicatorScene')).Indicator })),
      movement: lazy(async () => ({ default: (await import('./movementScene')).Movement })),
      road: lazy(async () => ({ default: (await import('./roadScene')).Road })),
      vote: lazy(async () => ({ default: (await import('./voteScene')).VoteScene })),
      commitments: lazy(async () => ({ default: (await import('./commitmentsScene')).Commitments })),
      closing: lazy(async () => ({ default: (await import('./closingScene')).Closing })),
    };
