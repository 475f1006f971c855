import type { Catalogue } from '../context';

export const assessment: Catalogue['assessment'] = {};
