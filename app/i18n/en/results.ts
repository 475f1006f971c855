import type { Catalogue } from '../context';

export const results: Catalogue['results'] = {};
