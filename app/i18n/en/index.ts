import type { Catalogue } from '../context';
import { accounts } from './accounts';
import { assessment } from './assessment';
import { rakerda } from './rakerda';
import { ui } from './ui';

export const catalogue: Catalogue = { ui, accounts, rakerda, assessment };
