import { accounts } from './accounts';
import { assessment } from './assessment';
import { rakerda } from './rakerda';
import { ui } from './ui';

export const catalogue = { ui, accounts, rakerda, assessment };
