import { createTheme } from "@mantine/core";
import { dark, gray, red, verdigris } from "#components/theme/palette.ts";

const FALLBACK = "system-ui, -apple-system, 'Segoe UI', sans-serif";

export const theme = createTheme({
  colors: { verdigris, gray, dark, red },
  primaryColor: "verdigris",
  primaryShade: { light: 7, dark: 6 },
  black: "#161d24",
  fontFamily: `'Inter Variable', ${FALLBACK}`,
  fontFamilyMonospace: "'JetBrains Mono Variable', ui-monospace, monospace",
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.875rem", lg: "1rem", xl: "1.125rem" },
  lineHeights: { xs: "1.4", sm: "1.45", md: "1.5", lg: "1.55", xl: "1.6" },
  headings: { fontFamily: `'Inter Variable', ${FALLBACK}`, fontWeight: "600" },
  defaultRadius: "md",
  radius: { xs: "3px", sm: "5px", md: "7px", lg: "10px", xl: "14px" },
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    ActionIcon: { defaultProps: { variant: "subtle", color: "gray" } },
    Button: { defaultProps: { size: "sm" } },
    Modal: {
      defaultProps: {
        centered: true,
        radius: "lg",
        overlayProps: { backgroundOpacity: 0.4 },
        closeButtonProps: { "aria-label": "Close" },
      },
    },
    Menu: { defaultProps: { shadow: "md", radius: "md" } },
    Notification: { defaultProps: { closeButtonProps: { "aria-label": "Dismiss" } } },
    PasswordInput: {
      defaultProps: {
        visibilityToggleButtonProps: {
          "aria-label": "Show or hide what is typed",
          "aria-hidden": false,
          tabIndex: 0,
        },
      },
    },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true } },
  },
});
