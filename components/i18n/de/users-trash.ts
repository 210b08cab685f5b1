export const usersTrash = {};
