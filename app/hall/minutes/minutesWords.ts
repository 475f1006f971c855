/** The words of this room, both languages: only its own pages carry them. */
import { minutes as en } from '~/i18n/en/minutes';
import { minutes as id } from '~/i18n/id/minutes';

export const words = { id, en };
