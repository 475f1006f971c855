/** Puts the page of one commitment together: what was promised, how it stands, what became of it. */
import { notFound } from '~/accounts/requestScope.server';
import { dayOf } from '~/i18n/zonedTime';
import { allows, may } from '~/policy';
import type { MeetingScope } from '~/rakerda/meetingScope.server';
import { type CommitmentFormData, readCommitmentForm } from './commitmentForm.read.server';
import { type HistoryEntry, readHistory } from './commitmentHistory.server';
import {
  type Commitment,
  findCommitment,
  findFollowed,
  readableFigures,
  withoutDrafts,
} from './commitmentRows.server';
import {
  type IndicatorGroup,
  indicatorGroups,
  namesFor,
  type PlenaryPage,
  readInstruments,
  readPlenary,
} from './plenary.read.server';
import { commitmentWords } from './commitmentWords';

export interface CommitmentPageData extends PlenaryPage {
  readonly title: string;
  readonly commitment: Commitment;
  /** Where it was promised, when that is not the Rakerda of this page. */
  readonly promisedIn: string | null;
  readonly indicators: readonly IndicatorGroup[];
  readonly history: readonly HistoryEntry[];
  readonly mayWrite: boolean;
  readonly mayEdit: boolean;
  readonly form: CommitmentFormData | null;
  readonly message: string | null;
}

/** Throws 404 where there is no such commitment, neither in this Rakerda nor in the one before it. */
export async function readCommitmentPage(
  scope: MeetingScope,
  commitmentId: string | undefined,
  params: URLSearchParams,
): Promise<CommitmentPageData> {
  const { db, instruments, actor, place, locale } = scope;
  const plenary = await readPlenary(scope);
  const text = (await findFollowed(db, place, commitmentId ?? '')) ?? notFound();
  const own = await findCommitment(
    db,
    instruments,
    place.row.id,
    text.id,
    dayOf(Date.now(), place.row.time_zone),
  );
  const commitment = own ? (withoutDrafts([own], await readableFigures(scope))[0] ?? text) : text;
  const rakerdaId = own ? place.row.id : (place.row.previous_id ?? place.row.id);
  const related = await db
    .selectFrom('rakerda')
    .select(['id', 'name'])
    .where((eb) => eb.or([eb('id', '=', rakerdaId), eb('previous_id', '=', rakerdaId)]))
    .execute();
  const indicators = indicatorGroups(await readInstruments(scope, rakerdaId), locale);
  const { agencyCode, agencyName, instrumentCode } = commitment;
  const mayWrite = may(actor, 'commitment.write', { ...place, agencyCode });
  const mayEdit = mayWrite && own !== null && allows(place.row.state, 'commitments');
  return {
    ...plenary,
    title: `${commitmentWords[locale].commitment.title({ agency: agencyName })} – ${place.row.name}`,
    commitment,
    promisedIn: own ? null : (related.find(({ id }) => id === rakerdaId)?.name ?? null),
    indicators,
    history: await readHistory(
      scope,
      { kind: 'commitment', id: commitment.id, instrumentCode, rakerdaIds: related.map(({ id }) => id) },
      namesFor(plenary, indicators),
    ),
    mayWrite,
    mayEdit,
    form: mayEdit
      ? await readCommitmentForm(scope, { code: agencyCode, name: agencyName }, instrumentCode)
      : null,
    message: params.get('pesan'),
  };
}
