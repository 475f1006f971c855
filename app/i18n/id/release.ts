export const release = {};
