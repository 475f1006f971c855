/** The words of this room, both languages: only its own pages carry them. */
import { commitments as en } from '~/i18n/en/commitments';
import { commitments as id } from '~/i18n/id/commitments';

export const words = { id, en };
