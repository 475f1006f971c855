/** A picture as the server knows it, before names are taken out for a viewer. It never leaves the server. */
import * as z from 'zod/mini';
import { sceneSchema } from './scene';

export const fullPictureSchema = z.object({
  /** In the order in which the rows name them. */
  agencies: z.array(z.object({ code: z.string(), name: z.string() })),
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
