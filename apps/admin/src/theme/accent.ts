import type { MantineColorsTuple } from '@mantine/core';
import { contrast, isHexColour, mix } from './contrast';
import { DEFAULT_ACCENT } from './tokens';

/** White text on a filled button must reach AA (WCAG 2.2, 1.4.3). */
const AA = 4.5;

/** Darkens a colour until white text on it can be read. */
export const readableUnderWhite = (colour: string): string => {
  for (let share = 0; share < 1; share += 0.02) {
    const darker = mix(colour, '#000000', share);
    if (contrast(darker, '#ffffff') >= AA) return darker;
  }
  return '#000000';
};

/** Ten shades around the company's colour; shades 6 and 7 carry white text. Anything but "#rrggbb" gives the default. */
export const accentShades = (colour: string | null | undefined): MantineColorsTuple => {
  if (!colour || !isHexColour(colour)) return DEFAULT_ACCENT;
  const filled = readableUnderWhite(colour);
  const lighter = [0.94, 0.85, 0.68, 0.5, 0.32, 0.15].map((share) => mix(filled, '#ffffff', share));
  const darker = [0.16, 0.32, 0.45].map((share) => mix(filled, '#000000', share));
  return [...lighter, filled, ...darker] as unknown as MantineColorsTuple;
};
