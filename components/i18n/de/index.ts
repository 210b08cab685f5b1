import { access } from "./access.ts";
import { account } from "./account.ts";
import { attention } from "./attention.ts";
import { audit } from "./audit.ts";
import { auditActions } from "./audit-actions.ts";
import { auditFields } from "./audit-fields.ts";
import { common } from "./common.ts";
import { entrance } from "./entrance.ts";
import { entranceForms } from "./entrance-forms.ts";
import { errors } from "./errors.ts";
import { events } from "./events.ts";
import { forms } from "./forms.ts";
import { grid } from "./grid.ts";
import { health } from "./health.ts";
import { healthFindings } from "./health-findings.ts";
import { jobList } from "./job-list.ts";
import { jobs } from "./jobs.ts";
import { jobsMore } from "./jobs-more.ts";
import { lists } from "./lists.ts";
import { live } from "./live.ts";
import { mail } from "./mail.ts";
import { mailDelivery } from "./mail-delivery.ts";
import { mailDomain } from "./mail-domain.ts";
import { mailTemplates } from "./mail-templates.ts";
import { overview } from "./overview.ts";
import { palette } from "./palette.ts";
import { passwordAdvice } from "./password-advice.ts";
import { permissions } from "./permissions.ts";
import { roles } from "./roles.ts";
import { rolesConditions } from "./roles-conditions.ts";
import { schedules } from "./schedules.ts";
import { sentences } from "./sentences.ts";
import { sentencesAccess } from "./sentences-access.ts";
import { sentencesAudit } from "./sentences-audit.ts";
import { serverErrors } from "./server-errors.ts";
import { serverHttp } from "./server-http.ts";
import { serverLabels } from "./server-labels.ts";
import { serverSchemas } from "./server-schemas.ts";
import { sessions } from "./sessions.ts";
import { settings } from "./settings.ts";
import { settingsLimits } from "./settings-limits.ts";
import { shell } from "./shell.ts";
import { users } from "./users.ts";
import { usersNew } from "./users-new.ts";
import { usersTrash } from "./users-trash.ts";
import { views } from "./views.ts";

export const de = {
  ...lists,
  ...grid,
  ...forms,
  ...shell,
  ...common,
  ...overview,
  ...attention,
  ...mail,
  ...health,
  ...healthFindings,
  ...settings,
  ...settingsLimits,
  ...access,
  ...permissions,
  ...entrance,
  ...live,
  ...mailDomain,
  ...mailTemplates,
  ...events,
  ...mailDelivery,
  ...errors,
  ...jobsMore,
  ...schedules,
  ...jobList,
  ...jobs,
  ...serverSchemas,
  ...passwordAdvice,
  ...auditFields,
  ...serverHttp,
  ...sentencesAudit,
  ...sentencesAccess,
  ...sentences,
  ...entranceForms,
  ...account,
  ...sessions,
  ...users,
  ...usersTrash,
  ...usersNew,
  ...audit,
  ...auditActions,
  ...roles,
  ...rolesConditions,
  ...views,
  ...palette,
  ...serverErrors,
  ...serverLabels,
};
