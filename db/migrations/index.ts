import type { Migration, MigrationProvider } from 'kysely';
import * as initial from './0001_initial.js';
import * as hall from './0002_hall.js';
import * as cleanText from './0003_clean_text.js';
import * as changes from './0004_changes.js';
import * as targets from './0005_targets.js';
import * as signInLimits from './0006_sign_in_limits.js';
import * as recordEnd from './0007_record_end.js';
import * as votes from './0008_votes.js';
import * as initialPasswords from './0009_initial_passwords.js';
import * as topics from './0010_topics.js';
import * as proof from './0011_proof.js';
import * as publishedResults from './0015_published_results.js';
import * as serviceName from './0016_service_name.js';
import * as registers from './0018_registers.js';
import * as workshop from './0019_workshop.js';
import * as topicApproval from './0021_topic_approval.js';
import * as arms from './0022_arms.js';
import * as topicTargets from './0023_topic_targets.js';

/** Every migration in order. Forward only: a released one is never edited, a new one is added. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001_initial': initial,
  '0002_hall': hall,
  '0003_clean_text': cleanText,
  '0004_changes': changes,
  '0005_targets': targets,
  '0006_sign_in_limits': signInLimits,
  '0007_record_end': recordEnd,
  '0008_votes': votes,
  '0009_initial_passwords': initialPasswords,
  '0010_topics': topics,
  '0011_proof': proof,
  '0015_published_results': publishedResults,
  '0016_service_name': serviceName,
  '0018_registers': registers,
  '0019_workshop': workshop,
  '0021_topic_approval': topicApproval,
  '0022_arms': arms,
  '0023_topic_targets': topicTargets,
};

export const migrationProvider: MigrationProvider = {
  getMigrations: () => Promise.resolve({ ...migrations }),
};
