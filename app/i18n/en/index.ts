import type { Catalogue } from '../context';
import { accounts } from './accounts';
import { assessment } from './assessment';
import { comparison } from './comparison';
import { rakerda } from './rakerda';
import { results } from './results';
import { ui } from './ui';

export const catalogue: Catalogue = { ui, accounts, rakerda, assessment, results, comparison };
