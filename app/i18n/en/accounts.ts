import type { Catalogue } from '../context';

export const accounts: Catalogue['accounts'] = {};
