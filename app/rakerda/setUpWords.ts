/** Words for setting up and managing, both languages: only those pages carry them. */
import { setUp as en } from '~/i18n/en/setUp';
import { setUp as id } from '~/i18n/id/setUp';

export const words = { id, en };
