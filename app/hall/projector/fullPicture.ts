/** A picture as the server knows it, before names are taken out for a viewer. It never leaves the server. */
import * as z from 'zod/mini';
import { sceneSchema } from './scene';

const agency = z.object({ code: z.string(), name: z.string() });

export const fullPictureSchema = z.object({
  /** In the order in which the rows name them. */
  agencies: z.array(agency),
  /** Those that have no row, because they have no figure yet. */
  leftOut: z._default(z.array(agency), []),
  content: sceneSchema,
});
export type FullPicture = z.infer<typeof fullPictureSchema>;

const localePictures = z.object({ id: fullPictureSchema, en: fullPictureSchema });

/** What the hall saw when it was frozen: the picture in both languages, and how much of it was shown. */
export const frozenSchema = z.object({
  pictures: localePictures,
  namesHidden: z.boolean(),
  revealed: z.array(z.string()),
  focus: z.nullable(z.string()),
  page: z.nullable(z.int()),
  turnsSince: z._default(z.nullable(z.string()), null),
  headline: z._default(z.nullable(z.string()), null),
});
export type Frozen = z.infer<typeof frozenSchema>;
