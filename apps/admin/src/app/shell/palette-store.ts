import { createSpotlight } from '@mantine/spotlight';

/** Open or closed; apart from the palette itself, which is loaded after the first screen. */
export const [paletteStore, palette] = createSpotlight();
