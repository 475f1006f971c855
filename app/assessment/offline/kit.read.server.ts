/** All pages of one assessment at once, for a device that will have to do without the server. */
import { indicatorsOf, localize } from '~/instrument';
import type { LiveAssessmentScope } from '~/rakerda/meetingScope.server';
import { readIndicator, readOnlyReason, readOverview } from '../assessment.read.server';
import { assessmentHeaderData } from '../assessmentHeader';
import type { Kit } from './pages';

export async function readQuestionnaire(scope: LiveAssessmentScope): Promise<Kit['list']> {
  const { actor, place, instrument, locale, asOf } = scope;
  return {
    header: assessmentHeaderData(place),
    readOnly: readOnlyReason(actor, place),
    account: actor.id,
    asOf,
    overview: await readOverview(scope),
    instrument: {
      name: localize(instrument.name, locale),
      note: localize(instrument.regulation.note, locale),
    },
  };
}

export async function readKit(
  scope: LiveAssessmentScope,
): Promise<Pick<Kit, 'account' | 'list' | 'indicators'>> {
  const indicators = [];
  for (const { no } of indicatorsOf(scope.instrument)) {
    const view = await readIndicator(scope, no);
    if (view) indicators.push(view);
  }
  return { account: scope.actor.id, list: await readQuestionnaire(scope), indicators };
}
