/** Events in words: a title for the filter, a sentence for the list. */
import type { EventWords } from '../id/auditWords';

export const auditWords: Readonly<Record<string, EventWords>> = {
  'account.signedIn': { title: 'Signed in', says: () => 'Signed in' },
  'account.signInFailed': {
    title: 'Failed sign-in',
    says: (p) => `A sign-in attempt failed with the user name “${p.username}”`,
  },
  'account.signedOut': { title: 'Signed out', says: () => 'Signed out' },
  'account.signedOutEverywhere': {
    title: 'Signed out on all devices',
    says: () => 'Signed out on all devices',
  },
  'account.passwordChanged': { title: 'Password changed', says: () => 'Changed their own password' },
  'account.created': {
    title: 'Account created',
    says: (p) => `Created the account ${p.name} (${p.username})`,
  },
  'account.agencyAccountsCreated': {
    title: 'Agency accounts created',
    says: (p) => `Created or renewed ${p.count} agency accounts at once`,
  },
  'account.renamed': {
    title: 'Account renamed',
    says: (p) => `Renamed the account ${p.username} to ${p.name}`,
  },
  'account.passwordReset': {
    title: 'New initial password',
    says: (p) => `Made a new initial password for ${p.name} (${p.username})`,
  },
  'account.disabled': {
    title: 'Account disabled',
    says: (p) => `Disabled the account ${p.name} (${p.username})`,
  },
  'account.enabled': {
    title: 'Account enabled again',
    says: (p) => `Enabled the account ${p.name} (${p.username}) again`,
  },
  'account.membershipsChanged': {
    title: 'Memberships changed',
    says: (p) => `Changed the Rakerda that ${p.name} (${p.username}) works in`,
  },
  'rakerda.created': {
    title: 'Rakerda created',
    says: (p) => `Created the Rakerda ${p.name} with ${p.count} agencies`,
  },
  'rakerda.stateChanged': { title: 'Rakerda stage changed', says: () => 'Changed the stage of the Rakerda' },
  'rakerda.membersChanged': { title: 'Members changed', says: () => 'Changed the members of the Rakerda' },
  'rakerda.targetsChanged': { title: 'Targets changed', says: () => 'Changed the targets of agencies' },
  'rakerda.changed': { title: 'Rakerda changed', says: () => 'Changed the details of the Rakerda' },
  'answer.saved': {
    title: 'Answer saved',
    says: (p) =>
      p.level === ''
        ? `Changed the answer to indicator ${p.indicator}, no level yet`
        : `Changed the answer to indicator ${p.indicator}, level ${p.level}`,
  },
  'assessment.submitted': {
    title: 'Assessment submitted',
    says: () => 'Submitted the assessment to the head of the agency',
  },
  'assessment.approved': { title: 'Assessment approved', says: () => 'Approved the assessment' },
  'assessment.returned': {
    title: 'Assessment returned',
    says: () => 'Returned the assessment for correction',
  },
  'assessment.reopened': { title: 'Assessment reopened', says: () => 'Reopened the assessment' },
  'release.created': { title: 'Release made', says: () => 'Made a data release' },
  'release.downloaded': { title: 'Release downloaded', says: () => 'Downloaded a data release' },
};
