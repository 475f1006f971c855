/** The words of this room, both languages: only its own pages carry them. */
import { projector as en } from '~/i18n/en/projector';
import { projector as id } from '~/i18n/id/projector';

export const words = { id, en };
