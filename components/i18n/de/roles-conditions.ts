export const rolesConditions = {};
