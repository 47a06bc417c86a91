import { createTheme, type CSSVariablesResolver, type MantineThemeOverride } from '@mantine/core';
import { accentShades } from './accent';
import {
  AMBER,
  FONT,
  FONT_SIZES,
  GREEN,
  MONO,
  NIGHT,
  RADIUS,
  RED,
  SLATE,
  SPACING,
  SURFACES,
  TONES,
  TONES_IN_DARK,
  TONES_IN_LIGHT,
} from './tokens';

const HEADINGS = {
  fontWeight: '600',
  sizes: {
    h1: { fontSize: '20px', lineHeight: '1.3' },
    h2: { fontSize: '16px', lineHeight: '1.4' },
    h3: { fontSize: '14px', lineHeight: '1.4' },
  },
};

/** Small defaults that keep pages quiet; a page overrides them when it has a reason. */
const COMPONENTS: MantineThemeOverride['components'] = {
  Tooltip: { defaultProps: { openDelay: 300, events: { hover: true, focus: true, touch: true }, withArrow: false } },
  Modal: {
    defaultProps: { centered: false, radius: 'lg', overlayProps: { backgroundOpacity: 0.45 } },
    styles: { title: { fontWeight: 600 } },
  },
  Drawer: { defaultProps: { position: 'right', size: 'lg' } },
  Menu: { defaultProps: { shadow: 'md', position: 'bottom-end', withInitialFocusPlaceholder: false } },
  Loader: { defaultProps: { type: 'dots' } },
  // Within a sentence the colour alone does not tell a link from its neighbours (WCAG 1.4.1).
  Anchor: { defaultProps: { underline: 'always' } },
};

export const buildTheme = (accent: string | null): MantineThemeOverride =>
  createTheme({
    primaryColor: 'accent',
    primaryShade: { light: 7, dark: 6 },
    colors: { accent: accentShades(accent), gray: SLATE, dark: NIGHT, green: GREEN, yellow: AMBER, red: RED },
    black: SLATE[9],
    white: '#ffffff',
    fontFamily: FONT,
    fontFamilyMonospace: MONO,
    fontSizes: FONT_SIZES,
    spacing: SPACING,
    radius: RADIUS,
    defaultRadius: 'md',
    headings: HEADINGS,
    cursorType: 'pointer',
    respectReducedMotion: true,
    components: COMPONENTS,
  });

const toneVariables = (inks: typeof TONES_IN_LIGHT): Record<string, string> =>
  Object.fromEntries(
    TONES.flatMap((tone) => [
      [`--lk-${tone}-ground`, inks[tone].ground],
      [`--lk-${tone}-ink`, inks[tone].ink],
    ]),
  );

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...SURFACES.light,
    ...toneVariables(TONES_IN_LIGHT),
    '--mantine-color-dimmed': SLATE[6],
    '--mantine-color-placeholder': SLATE[5],
    '--mantine-color-error': RED[7],
    '--mantine-color-default-border': SLATE[3],
  },
  dark: {
    ...SURFACES.dark,
    ...toneVariables(TONES_IN_DARK),
    '--mantine-color-text': NIGHT[0],
    '--mantine-color-placeholder': NIGHT[3],
    '--mantine-color-error': RED[3],
    '--mantine-color-default-color': NIGHT[0],
    '--mantine-color-anchor': 'var(--mantine-color-accent-3)',
    '--mantine-color-red-light': TONES_IN_DARK.bad.ground,
    '--mantine-color-yellow-light': TONES_IN_DARK.wait.ground,
    '--mantine-color-green-light': TONES_IN_DARK.good.ground,
    '--mantine-color-accent-light': 'var(--lk-selected)',
    '--mantine-color-accent-light-color': 'var(--mantine-color-accent-1)',
  },
});
