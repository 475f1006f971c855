/** What an event of the record says that fields held: after a save, or typed and not chosen. */
import { payloadOf } from '~/record/read.server';
import type { AnswerInput } from './answerForm';

export function valuesIn(event: { readonly type: string; readonly payload: string }): Partial<AnswerInput> {
  const changes = payloadOf(event, 'answer.saved')?.changes;
  if (!changes) {
    const unused = payloadOf(event, 'answer.setAside') ?? payloadOf(event, 'answer.late');
    return unused?.values ?? {};
  }
  const { level, justification, note, personInCharge, service, discuss, evidence } = changes;
  return {
    ...(level && { level: level[1] }),
    ...(justification && { justification: justification[1] }),
    ...(note && { note: note[1] }),
    ...(personInCharge && { personInCharge: personInCharge[1] }),
    ...(service && { service: service[1] }),
    ...(discuss && { discuss: discuss[1] }),
    ...(evidence && { evidence: evidence[1] }),
  };
}
