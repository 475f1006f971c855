export const comparison = {};
