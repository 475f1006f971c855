/** Which events change what a screen of the hall shows. */
import type { LiveEvent } from '~/live';
import type { Screen } from './scene';
import type { SceneName } from './projectorState';

/** Scenes without any figure of an answer in them: a thousand saves do not make a thousand phones ask. */
const WITHOUT_ANSWERS: ReadonlySet<SceneName> = new Set(['welcome', 'join', 'vote']);

/** Whether an event can change the screen. */
export function concernsScreen(screen: Screen, event: LiveEvent): boolean {
  switch (event.type) {
    case 'projector':
      return true;
    case 'presence':
    case 'message':
    case 'answer':
      return false;
    case 'level':
    case 'state':
      return followsAnswers(screen);
    case 'vote':
      return !screen.isFrozen;
    case 'hint':
      return event.about === 'answers'
        ? followsAnswers(screen)
        : event.about === 'rakerda' || (!screen.isFrozen && event.about !== 'cards');
  }
}

function followsAnswers({ isFrozen, picture }: Screen): boolean {
  return !isFrozen && !WITHOUT_ANSWERS.has(picture.content.scene);
}
