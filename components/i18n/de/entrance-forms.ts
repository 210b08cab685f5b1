export const entranceForms = {};
