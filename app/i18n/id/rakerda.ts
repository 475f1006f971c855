export const rakerda = {};
