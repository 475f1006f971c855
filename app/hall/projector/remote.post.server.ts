/** Reads what a button of the remote says and has it done. */
import { z } from 'zod';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { authorize } from '~/record/change.server';
import { groupIn, listIn, textIn, unreadableForm } from '~/text';
import { type Command, commandSchema } from './command';
import { type ControlResult, controlProjector, renewLink } from './controlProjector.server';
import { MOST_AGENCIES } from './projectorState';
import { findTyped } from './remote.read.server';

const whole = z.coerce.number().int().min(0);

/** Every button is one form; its fields are these. */
const formSchema = z.object({
  intent: z.enum([
    'scene',
    'prepare',
    'take',
    'undo',
    'instrument',
    'topic',
    'topicParts',
    'indicator',
    'agencies',
    'vote',
    'commitments',
    'focus',
    'focusOn',
    'hideName',
    'revealOne',
    'revealOrder',
    'motion',
    'headline',
    'language',
    'page',
    'names',
    'reveal',
    'blank',
    'freeze',
    'link',
  ]),
  /** What the button is for. */
  to: z.string().max(100).default(''),
  /** The version the person saw. */
  seen: whole.default(0),
  /** What is chosen is for the prepared scene: the hall does not see it yet. */
  stay: z.literal('1').optional(),
  agency: z.array(z.string().max(20)).max(MOST_AGENCIES).default([]),
});

export type RemoteResult =
  | ControlResult
  /** More agencies than a radar can show. */
  | { readonly kind: 'tooMany'; readonly agencies: readonly string[] }
  /** What was typed is the name of no agency of this Rakerda, or of several. */
  | { readonly kind: 'unknownAgency' };

/** Does what one form of the remote asks for. Throws 403 where the policy says no. */
export async function obeyRemote(scope: MeetingScope, form: FormData): Promise<RemoteResult> {
  const agency = [...listIn(form, 'agency')];
  const isRadar = textIn(form, 'intent') === 'agencies';
  const added = isRadar ? textIn(form, 'to') : '';
  if (added !== '') {
    authorize(scope.actor, 'projector.control', scope.place);
    const code = await findTyped(scope, added);
    if (code === null) return { kind: 'unknownAgency' };
    if (!agency.includes(code)) agency.push(code);
  }
  if (agency.length > MOST_AGENCIES) return { kind: 'tooMany', agencies: agency };
  const parsed = formSchema.safeParse({ ...groupIn(form, ''), agency });
  if (!parsed.success) throw unreadableForm();
  if (parsed.data.intent === 'link') return renewLink(scope, parsed.data.seen);
  const { intent, to } = parsed.data;
  if (intent === 'focusOn' || intent === 'hideName' || intent === 'revealOne') {
    authorize(scope.actor, 'projector.control', scope.place);
    const code = await findTyped(scope, to);
    return code === null ? { kind: 'unknownAgency' } : controlProjector(scope, { kind: intent, code });
  }
  const command = commandSchema.safeParse(prepared(wish(parsed.data), parsed.data));
  if (!command.success) throw unreadableForm();
  return controlProjector(scope, command.data);
}

type Fields = z.infer<typeof formSchema>;
/** A command as a form words it; what it says is checked by the schema of commands. */
type Wish = { readonly kind: Command['kind'] } & Readonly<Record<string, unknown>>;

/** A choice for the prepared scene prepares it, and brings it on no sooner. */
function prepared(wished: Wish | null, { stay }: Fields): Wish | null {
  return stay && wished?.kind === 'scene' ? { ...wished, kind: 'prepare' } : wished;
}

function wish({ intent, to, seen, agency }: Fields): Wish | null {
  switch (intent) {
    case 'scene':
      return { kind: 'scene', scene: to };
    case 'prepare':
      return { kind: 'prepare', scene: to === '' ? null : to };
    case 'take':
      return { kind: 'take', seen };
    case 'undo':
      return { kind: 'undo', seen };
    case 'instrument':
      return { kind: 'options', options: { instrument: to } };
    case 'topic':
    case 'topicParts':
      return { kind: 'scene', scene: intent, options: { topic: to } };
    case 'indicator':
      return { kind: 'scene', scene: 'indicator', options: { indicator: Number(to) } };
    case 'agencies':
      return { kind: 'scene', scene: 'radar', options: { agencies: agency } };
    case 'vote':
      return { kind: 'scene', scene: 'vote', options: { voteId: to === '' ? null : to } };
    case 'commitments':
      return { kind: 'scene', scene: 'commitments', options: { commitmentsOf: to } };
    case 'focus':
      return to === 'off' ? { kind: 'focusOff' } : { kind: 'focus', to, seen };
    case 'page':
      if (to === 'auto') return { kind: 'pageAuto' };
      return /^\d+$/.test(to) ? { kind: 'pageOn', page: Number(to) } : { kind: 'page', to, seen };
    case 'names':
      return { kind: 'names', hidden: to === 'hidden' };
    case 'reveal':
      return to === 'all' ? { kind: 'revealAll' } : { kind: 'revealNext', seen };
    case 'revealOrder':
      return { kind: 'revealOrder', order: to };
    case 'headline':
      return { kind: 'headline', text: to };
    case 'motion':
      return { kind: 'motion', motion: to };
    case 'blank':
      return { kind: 'blank', on: to === 'on' };
    case 'freeze':
      return { kind: 'freeze', on: to === 'on' };
    case 'language':
      return { kind: 'language', language: to === '' ? null : to };
    // Done before a wish is made of it.
    case 'focusOn':
    case 'hideName':
    case 'revealOne':
    case 'link':
      return null;
  }
}
