export const serverLabels = {};
