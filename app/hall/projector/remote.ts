/** What the remote is sent. It sees every name: it is for those who may control the screen. */
import * as z from 'zod/mini';
import { screenSchema } from './scene';
import { knownScreensSchema } from './screenReport';
import { SCENES, sceneOptionsSchema } from './projectorState';

export const remoteSchema = z.object({
  /** The screens that are open in the hall, and what each of them really shows. */
  screens: knownScreensSchema,
  /** What the hall sees now. */
  hall: screenSchema,
  /** What the hall sees once it is no longer frozen; with every name. */
  behind: screenSchema,
  scene: z.enum(SCENES),
  /** What "Tayangkan" brings on; null after the last scene. */
  next: z.nullable(z.enum(SCENES)),
  /** What the hall will see then, where it was prepared on purpose. */
  prepared: z.nullable(screenSchema),
  options: sceneOptionsSchema,
  namesHidden: z.boolean(),
  /** Agency that the facilitator stepped to. */
  focusName: z.nullable(z.string()),
  /** The agencies chosen for the radar. */
  onRadar: z.array(z.object({ code: z.string(), name: z.string() })),
  /** Whose name comes next; null where none is left, or names are not hidden. */
  nextReveal: z.nullable(z.string()),
  /** The name that was revealed last, of those that stand on the screen although names are hidden. */
  lastRevealed: z.nullable(z.object({ code: z.string(), name: z.string() })),
  /** Names of the scene that are still hidden. */
  stillHidden: z.int(),
  /** How many pages the scene has in the hall. */
  pages: z.int(),
  /** The link of the hall's screen. */
  link: z.object({
    path: z.string(),
    /** With the address that other computers of the hall reach this server by. */
    url: z.string(),
    isReachable: z.boolean(),
    /** The server has lost the key that the link was made with: only a new link opens the screen. */
    isDead: z.boolean(),
    qrPath: z.string(),
    qrSize: z.int(),
  }),
  votes: z.array(
    z.object({
      id: z.string(),
      indicatorNo: z.int(),
      agencyName: z.string(),
      state: z.enum(['open', 'closed', 'revealed']),
    }),
  ),
});
export type RemoteView = z.infer<typeof remoteSchema>;

/** Reads the remote from the wire; null where it is not one of ours (a newer server, for example). */
export function parseRemote(value: unknown): RemoteView | null {
  const parsed = remoteSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}
