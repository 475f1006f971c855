import type { Catalogue } from '../context';

export const rakerda: Catalogue['rakerda'] = {};
