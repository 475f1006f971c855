/** The start page of somebody who is signed in: the own assessments of an agency, or the progress of every Rakerda. */
import { findAgencyName } from '~/accounts/accountRows.server';
import type { Scope } from '~/accounts/requestScope.server';
import { sharedWords } from '~/i18n';
import { overviewWords } from './overviewWords';
import { may } from '~/policy';
import { newestSeq } from '~/record/read.server';
import {
  listOwnAssessments,
  listProgress,
  type OwnAssessment,
  type RakerdaProgress,
} from './rakerdaProgress.server';

interface HomeFacts {
  readonly title: string;
  readonly actorName: string;
}

export type HomePage =
  | (HomeFacts & {
      readonly kind: 'agency';
      readonly agencyName: string;
      readonly assessments: readonly OwnAssessment[];
      /** Newest event that the assessments stand on. */
      readonly asOf: number;
    })
  | (HomeFacts & {
      readonly kind: 'list';
      readonly list: readonly RakerdaProgress[];
      readonly mayCreate: boolean;
      /** An administrator of a house that has no real Rakerda yet. */
      readonly firstSteps: boolean;
    });

export async function readHomePage(scope: Scope): Promise<HomePage> {
  const { db, actor, locale } = scope;
  const page = {
    title: `${overviewWords[locale].home.title} – ${sharedWords[locale].productName}`,
    actorName: actor.name,
  };
  const agencyName = await findAgencyName(db, actor.agencyCode);
  if (agencyName !== null) {
    const asOf = await newestSeq(db);
    return { kind: 'agency', ...page, agencyName, asOf, assessments: await listOwnAssessments(scope) };
  }
  const list = await listProgress(scope);
  return {
    kind: 'list',
    ...page,
    list,
    mayCreate: may(actor, 'rakerda.create'),
    firstSteps: may(actor, 'account.manage') && !list.some((one) => !one.rakerda.isDemo),
  };
}
