"use client";

import { ActionIcon, Button, UnstyledButton, VisuallyHidden } from "@mantine/core";
import { IconChevronRight, IconPlus, IconTrash } from "@tabler/icons-react";
import { useId, useState } from "react";
import { useText } from "#components/i18n/text-provider.tsx";
import { ConditionFields } from "#components/roles/condition-fields.tsx";
import type { RoleFormFields } from "#components/roles/role-form.ts";
import { describeConditions } from "#server/domains/roles/schema.ts";
import { PERMISSIONS } from "#server/platform/access/catalog.ts";
import type { Conditions, Grant } from "#server/platform/access/schema.ts";
import classes from "./grant-conditions.module.css";

interface GrantConditionsProps {
  fields: RoleFormFields;
  /** Where the alternatives of one permission stand in the form's grants. */
  indexes: number[];
  /** The conditions under which the viewer holds it: what a new alternative starts with. */
  own: Conditions;
}

/** The alternatives of a permission, one line each, which opens to its conditions. */
export function GrantConditions({ fields, indexes, own }: GrantConditionsProps) {
  const t = useText();
  const { grants } = fields.values;
  const permission = grants[indexes[0] ?? 0]?.permission;
  if (!permission) return null;
  const isConditional = indexes.every((index) => describeConditions(conditionsAt(grants, index)));
  return (
    <div className={classes.grants}>
      {indexes.map((index) => (
        <Alternative
          key={index}
          fields={fields}
          index={index}
          onRemove={
            indexes.length > 1
              ? () =>
                  fields.setFieldValue(
                    "grants",
                    grants.filter((_, at) => at !== index),
                  )
              : null
          }
        />
      ))}
      {isConditional && (
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<IconPlus size={13} />}
          onClick={() =>
            fields.setFieldValue("grants", [...grants, { permission, conditions: own }])
          }
        >
          {t.rich("Add an alternative<hidden> to {permission}</hidden>", {
            permission: t.known(PERMISSIONS[permission].description),
            hidden: (words) => <VisuallyHidden>{words}</VisuallyHidden>,
          })}
        </Button>
      )}
    </div>
  );
}

interface AlternativeProps {
  fields: RoleFormFields;
  index: number;
  onRemove: (() => void) | null;
}

function Alternative({ fields, index, onRemove }: AlternativeProps) {
  const t = useText();
  const contentId = useId();
  const [isChosen, setChosen] = useState(false);
  const grant = fields.values.grants[index];
  if (!grant) return null;
  const isOpen =
    isChosen || Object.keys(fields.errors).some((path) => path.startsWith(`grants.${index}.`));
  const description = t.known(PERMISSIONS[grant.permission].description);
  return (
    <div className={classes.grant}>
      <div className={classes.line}>
        <UnstyledButton
          className={classes.summary}
          aria-expanded={isOpen}
          aria-controls={contentId}
          onClick={() => setChosen(!isOpen)}
        >
          <IconChevronRight size={14} stroke={1.8} aria-hidden="true" />
          <VisuallyHidden>{t("Conditions of {description}", { description })}: </VisuallyHidden>
          {t.known(describeConditions(grant.conditions)) || t("always and everywhere")}
        </UnstyledButton>
        {onRemove && (
          <ActionIcon
            size="sm"
            aria-label={t("Remove this way to {description}", { description })}
            onClick={onRemove}
          >
            <IconTrash size={14} stroke={1.6} />
          </ActionIcon>
        )}
      </div>
      <fieldset
        id={contentId}
        aria-label={t("Conditions of {description}", { description })}
        className={classes.fields}
        hidden={!isOpen}
      >
        <ConditionFields fields={fields} index={index} grant={grant} />
      </fieldset>
    </div>
  );
}

function conditionsAt(grants: readonly Grant[], index: number): Conditions {
  return grants[index]?.conditions ?? {};
}
