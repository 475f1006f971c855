/** The words of the scenes, both languages: only pages that draw them carry them. */
import { projectorScenes as en } from '~/i18n/en/projectorScenes';
import { projectorScenes as id } from '~/i18n/id/projectorScenes';

export const words = { id, en };
