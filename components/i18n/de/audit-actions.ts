export const auditActions = {};
