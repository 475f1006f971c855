/** The words of this room, both languages: only its own pages carry them. */
import { votes as en } from '~/i18n/en/votes';
import { votes as id } from '~/i18n/id/votes';

export const words = { id, en };
