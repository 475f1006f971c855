/** Puts the cards page together. */
import { allows } from '~/policy';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { newestSeq } from '~/record/read.server';
import { rakerdaFacts } from '~/rakerda/rakerdaFacts.server';
import { rakerdaPagesFor } from '~/rakerda/rakerdaPages.server';
import { CARD_MESSAGES } from './cards.post.server';
import type { CardsProps, Step } from './cardsScreen';
import { hallAddress } from './hallAddress.server';
import { partOf } from '~/ui/listPart';
import { qrPath } from './qr.server';
import { type AgencyCards, CARD_ROLES, listCards } from './cardRows.server';
import { cardWords } from './cardWords';

export interface CardsPage extends CardsProps {
  readonly title: string;
  readonly asOf: number;
}

/** The request's address may ask for a step (`ganti`, `cabut`), a part of the list (`cari`, `hal`), a message (`pesan`). */
export async function readCardsPage(scope: MeetingScope): Promise<CardsPage> {
  const { actor, place, request, locale } = scope;
  const asOf = await newestSeq(scope.db);
  const agencies = await listCards(scope, place.row.id);
  const cards = agencies.flatMap((agency) => CARD_ROLES.map((role) => agency.cards[role]));
  const asked = new URL(request.url).searchParams;
  const isOpen = allows(place.row.state, 'cards');
  const address = hallAddress(request, scope.config);
  return {
    title: `${cardWords[locale].list.title} – ${place.row.name}`,
    rakerda: rakerdaFacts(place.row),
    pages: rakerdaPagesFor(actor, place),
    agencies: agencies.length,
    part: partOf(agencies, asked),
    missing: cards.filter((card) => card === null || card.state === 'lost').length,
    printable: cards.filter((card) => card?.state === 'used' || card?.state === 'unused').length,
    unused: cards.filter((card) => card?.state === 'unused').length,
    isOpen,
    address: { ...address, qr: address.isReachable ? qrPath(`${address.origin}/gabung`) : null },
    step: isOpen ? readStep(asked, agencies) : null,
    message: CARD_MESSAGES.find((known) => known === asked.get('pesan')) ?? null,
    asOf,
  };
}

function readStep(asked: URLSearchParams, agencies: readonly AgencyCards[]): Step | null {
  const kind = asked.has('ganti') ? 'reissue' : 'revoke';
  const wanted = asked.get(kind === 'reissue' ? 'ganti' : 'cabut');
  for (const agency of agencies) {
    for (const role of CARD_ROLES) {
      const card = agency.cards[role];
      if (card?.id !== wanted) continue;
      if (kind === 'revoke' && card.state === 'revoked') return null;
      return { kind, card, agencyName: agency.agencyName };
    }
  }
  return null;
}
