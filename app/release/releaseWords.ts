/** The words of this room's page, both languages: only it carries them. */
import { release as en } from '~/i18n/en/release';
import { release as id } from '~/i18n/id/release';

export const words = { id, en };
