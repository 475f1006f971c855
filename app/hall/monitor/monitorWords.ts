/** The words of this room, both languages: only its own pages carry them. */
import { monitor as en } from '~/i18n/en/monitor';
import { monitor as id } from '~/i18n/id/monitor';

export const words = { id, en };
