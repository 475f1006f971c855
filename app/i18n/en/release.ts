import type { Catalogue } from '../context';

export const release: Catalogue['release'] = {};
