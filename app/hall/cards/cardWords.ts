/** The words of this room, both languages: only its own pages carry them. */
import { cards as en } from '~/i18n/en/cards';
import { cards as id } from '~/i18n/id/cards';

export const words = { id, en };
