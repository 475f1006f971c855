/** The QR codes of many cards, drawn outside of the thread that answers requests. */
import { z } from 'zod';
import type { Job } from '~/work';
import { type QrPath, qrPath } from './qr.server';

export const qrPathsJob: Job<readonly string[], readonly QrPath[]> = {
  name: 'cards.qr',
  output: z.array(z.object({ path: z.string(), size: z.number() })),
  work: (texts) => Promise.resolve(texts.map(qrPath)),
};
