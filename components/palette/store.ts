import { createSpotlight } from "@mantine/spotlight";

/** Opens and closes the palette from anywhere in the dashboard. */
export const [paletteStore, palette] = createSpotlight();
