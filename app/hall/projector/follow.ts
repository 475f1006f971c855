/** What a participant's phone is sent: what the hall sees, and whether they are asked for their vote. */
import * as z from 'zod/mini';
import { screenSchema } from './scene';

export const followSchema = z.object({
  screen: screenSchema,
  /** The viewer's own questionnaire and result; null for those who belong to no agency of this Rakerda. */
  own: z.nullable(z.object({ questionnaire: z.string(), result: z.string() })),
  /** The vote that is open now; null where none is, or the viewer may not vote. */
  openVote: z.nullable(
    z.object({ id: z.string(), indicatorNo: z.int(), indicatorName: z.string(), hasVoted: z.boolean() }),
  ),
});
export type FollowView = z.infer<typeof followSchema>;

/** Reads the view from the wire; null where it is not one of ours (a newer server, for example). */
export function parseFollow(value: unknown): FollowView | null {
  const parsed = followSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}
