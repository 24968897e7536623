export const vi = {};
export const en = {};
