import type { Catalogue } from "../text.ts";
import { access } from "./access.ts";
import { attention } from "./attention.ts";
import { common } from "./common.ts";
import { entrance } from "./entrance.ts";
import { forms } from "./forms.ts";
import { grid } from "./grid.ts";
import { health } from "./health.ts";
import { healthFindings } from "./health-findings.ts";
import { lists } from "./lists.ts";
import { mail } from "./mail.ts";
import { overview } from "./overview.ts";
import { permissions } from "./permissions.ts";
import { settings } from "./settings.ts";
import { settingsLimits } from "./settings-limits.ts";
import { shell } from "./shell.ts";

export const fr: Catalogue = {
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
};
