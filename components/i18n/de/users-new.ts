export const usersNew = {};
