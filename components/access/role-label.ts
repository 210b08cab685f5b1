import type { Text } from "#components/i18n/text.ts";
import { ROLES } from "#server/platform/access/catalog.ts";

/** A role that comes with the program in the viewer's language; one that people made as they named it. */
export function roleLabel(t: Text, role: { key: string; label: string }): string {
  return Object.hasOwn(ROLES, role.key) ? t.known(role.label) : role.label;
}
