import { IconCheck } from "@tabler/icons-react";
import { Pill } from "#components/display/pill.tsx";
import { useText } from "#components/i18n/text-provider.tsx";
import { groupByResource } from "#components/roles/resources.ts";
import { describeConditions } from "#server/domains/roles/schema.ts";
import { PERMISSIONS, type Permission } from "#server/platform/access/catalog.ts";
import type { Grant } from "#server/platform/access/schema.ts";
import classes from "./grant-list.module.css";

interface ShownGrant extends Grant {
  roleLabel?: string | undefined;
}

/** What is allowed, by resource, with the conditions and the role that each grant comes from. */
export function GrantList({ grants }: { grants: readonly ShownGrant[] }) {
  const t = useText();
  const groups = groupByResource(grants.map(({ permission }) => permission));
  return (
    <dl className={classes.groups}>
      {groups.map(({ resource, label, permissions }) => (
        <div key={resource} className={classes.group}>
          <dt>{t(label)}</dt>
          {permissions.map((permission) => (
            <dd key={permission}>
              <Allowed
                permission={permission}
                grants={grants.filter((grant) => grant.permission === permission)}
              />
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

interface AllowedProps {
  permission: Permission;
  grants: readonly ShownGrant[];
}

function Allowed({ permission, grants }: AllowedProps) {
  const t = useText();
  const [only] = grants;
  const isWhole = grants.length === 1 && only && !describeConditions(only.conditions);
  return (
    <div className={classes.allowed}>
      <IconCheck size={16} stroke={1.8} className={classes.check} aria-hidden="true" />
      <div className={classes.text}>
        <span>{t.known(PERMISSIONS[permission].description)}</span>
        {!isWhole && (
          <ul className={classes.conditions} aria-label={t("Conditions")}>
            {grants.map(({ conditions, roleLabel }) => (
              <li key={`${roleLabel} ${JSON.stringify(conditions)}`}>
                {t.known(describeConditions(conditions)) || t("without conditions")}
                {roleLabel && <Pill>{t.known(roleLabel)}</Pill>}
              </li>
            ))}
          </ul>
        )}
      </div>
      {isWhole && only.roleLabel && <Pill>{t.known(only.roleLabel)}</Pill>}
    </div>
  );
}
