import type { Catalogue } from '../context';

export const comparison: Catalogue['comparison'] = {};
