"use client";

import { useMemo } from "react";
import { useText } from "#components/i18n/text-provider.tsx";
import { COMMANDS } from "#components/palette/commands.ts";
import type { Entry } from "#components/palette/entry.ts";
import { sectionsFor } from "#components/shell/navigation.ts";
import { mayChange, useViewer } from "#components/shell/viewer.tsx";

/** Every page that the viewer may open and every action that they may take. */
export function useEntries(): Entry[] {
  const t = useText();
  const viewer = useViewer();
  return useMemo(() => {
    const { permissions } = viewer;
    const pages = sectionsFor(permissions).flatMap(({ destinations }) => destinations);
    const commands = COMMANDS.filter(({ permission, isChange }) =>
      isChange ? mayChange(viewer, permission) : permissions.includes(permission),
    );
    return [
      ...pages.map(
        ({ href, label, icon: Icon }): Entry => ({
          id: `page:${href}`,
          label: t(label),
          keywords: `${label} go open page`,
          group: "Go to",
          icon: <Icon size={18} stroke={1.6} />,
          act: { href },
        }),
      ),
      ...commands.map(
        ({ icon: Icon, label, keywords, ...command }): Entry => ({
          ...command,
          label: t(label),
          // Whoever knows the English words finds it by these as well.
          keywords: `${label} ${keywords}`,
          group: "Actions",
          icon: <Icon size={18} stroke={1.6} />,
        }),
      ),
    ];
  }, [viewer, t]);
}
