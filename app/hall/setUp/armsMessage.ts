/** What can become of a picture that was sent, as the address of the edit page carries it back. */
import { PICTURE_REFUSALS } from '~/files/pictureRefusal';

export const ARMS_DONE = ['set', 'removed'] as const;

export const ARMS_MESSAGES = [
  ...ARMS_DONE,
  ...PICTURE_REFUSALS,
  'noFile',
  'tooLarge',
  'unreadable',
  'busy',
  'locked',
] as const;
export type ArmsMessage = (typeof ARMS_MESSAGES)[number];
