/** Puts the sheets together. The only page that shows codes. */
import { allows } from '~/policy';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { authorize, change } from '~/record/change.server';
import { rakerdaFacts } from '~/rakerda/rakerdaFacts.server';
import { joinLink } from './cardCode';
import { hallAddress } from './hallAddress.server';
import type { PrintProps } from './cardsPrintScreen';
import { qrPathsJob } from './qrJob.server';
import { CARD_ROLES, listPrintable } from './cardRows.server';
import { cardWords } from './cardWords';

/**
 * The request's address chooses: `instansi`, `peran`, `hanya=belum-dipakai`. That codes were shown goes on record.
 * Throws 403 where the policy says no.
 */
export async function readPrintPage(scope: MeetingScope): Promise<PrintProps & { readonly title: string }> {
  const { place, request, locale } = scope;
  authorize(scope.actor, 'rakerda.manage', place);
  const asked = new URL(request.url).searchParams;
  // A closed Rakerda's cards open nothing: there is nothing to print.
  const cards = allows(place.row.state, 'cards')
    ? await listPrintable(scope, place.row.id, {
        agencyCode: asked.get('instansi'),
        role: CARD_ROLES.find((role) => role === asked.get('peran')) ?? null,
        onlyUnused: asked.get('hanya') === 'belum-dipakai',
      })
    : [];
  if (cards.length > 0) {
    await change(scope, { may: 'rakerda.manage' }, ({ tell }) =>
      tell('card.printed', { count: cards.length }),
    );
  }
  const { origin, isReachable } = hallAddress(request, scope.config);
  const codes = await scope.workers.run(
    qrPathsJob,
    cards.map(({ code }) => joinLink(origin, code)),
    scope,
  );
  return {
    title: `${cardWords[locale].print.title} – ${place.row.name}`,
    rakerda: rakerdaFacts(place.row),
    cards: cards.map((card, i) => {
      const qr = codes[i];
      if (!qr) throw new Error('a card lacks its code');
      return { ...card, qr };
    }),
    shortAddress: `${origin.replace(/^https?:\/\//, '')}/gabung`,
    isReachable,
  };
}
