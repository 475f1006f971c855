/** The words of this room, both languages: only its own pages carry them. */
import { agenda as en } from '~/i18n/en/agenda';
import { agenda as id } from '~/i18n/id/agenda';

export const words = { id, en };
