/** Puts the sheets together. The only page that shows codes. */
import { rakerdaFacts } from '~/rakerda/index.server';
import type { Services } from '~/server/context';
import { type Actor, allows } from '~/policy';
import { authorize } from '~/record/change.server';
import type { RakerdaPlace } from '~/rakerda/scope.server';
import { joinLink } from './code';
import { hallAddress } from './hallAddress.server';
import type { PrintProps } from './printScreen';
import { qrPath } from './qr.server';
import { CARD_ROLES, listPrintable } from './queries.server';

/** @param request its address chooses: `instansi`, `peran`, `hanya=belum-dipakai` */
export async function readPrintPage(
  services: Pick<Services, 'db' | 'secret' | 'config'>,
  actor: Actor,
  place: RakerdaPlace,
  request: Request,
): Promise<PrintProps> {
  authorize(actor, 'rakerda.manage', place);
  const asked = new URL(request.url).searchParams;
  // A closed Rakerda's cards open nothing: there is nothing to print.
  const cards = allows(place.row.state, 'cards')
    ? await listPrintable(services, place.row.id, {
        agencyCode: asked.get('instansi'),
        role: CARD_ROLES.find((role) => role === asked.get('peran')) ?? null,
        onlyUnused: asked.get('hanya') === 'belum-dipakai',
      })
    : [];
  const { origin, isReachable } = hallAddress(request, services.config);
  return {
    rakerda: rakerdaFacts(place.row),
    cards: cards.map((card) => ({ ...card, qr: qrPath(joinLink(origin, card.code)) })),
    shortAddress: `${origin.replace(/^https?:\/\//, '')}/gabung`,
    isReachable,
  };
}
