"use client";

import { useMantineColorScheme } from "@mantine/core";
import { IconDeviceDesktop, IconMoon, IconSun } from "@tabler/icons-react";
import { useHydrated } from "#components/shell/use-hydrated.ts";

export const COLOR_SCHEMES = [
  { value: "light", label: "Light", icon: IconSun },
  { value: "dark", label: "Dark", icon: IconMoon },
  { value: "auto", label: "System", icon: IconDeviceDesktop },
] as const;

/** The choice of this browser, which the server does not know. */
export function useColorScheme() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const isHydrated = useHydrated();
  return {
    colorScheme: isHydrated ? colorScheme : "auto",
    setColorScheme: (value: string) => {
      const known = COLOR_SCHEMES.find((scheme) => scheme.value === value);
      setColorScheme(known?.value ?? "auto");
    },
  };
}
