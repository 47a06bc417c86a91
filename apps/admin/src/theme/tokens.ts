import type { MantineColorsTuple } from '@mantine/core';

/** Every colour and measure of the admin app. Nothing else names a colour. */
export const DEFAULT_ACCENT: MantineColorsTuple = [
  '#effafa',
  '#d5f0f0',
  '#a9e0df',
  '#75cac9',
  '#45afae',
  '#249391',
  '#167876',
  '#0f6362',
  '#0d5150',
  '#0b4443',
];

export const SLATE: MantineColorsTuple = [
  '#f8fafc',
  '#f1f5f9',
  '#e2e8f0',
  '#cbd5e1',
  '#94a3b8',
  '#64748b',
  '#475569',
  '#334155',
  '#1e293b',
  '#0f172a',
];

/** Dark is a room with the lights down, not a negative: surfaces rise towards the reader by getting lighter. */
export const NIGHT: MantineColorsTuple = [
  '#e3e9f0',
  '#c3cedb',
  '#9aa9bb',
  '#7c8da2',
  '#38475a',
  '#263241',
  '#1a232f',
  '#111821',
  '#0d131a',
  '#080c11',
];

export const GREEN: MantineColorsTuple = [
  '#effaf3',
  '#dcf3e4',
  '#b7e5c7',
  '#85d0a2',
  '#52b679',
  '#2f9a5a',
  '#1f7d46',
  '#186538',
  '#15512e',
  '#114226',
];
export const AMBER: MantineColorsTuple = [
  '#fff8eb',
  '#feefcf',
  '#fcdd9b',
  '#f9c55c',
  '#f0a92b',
  '#d48a11',
  '#a9690a',
  '#88520c',
  '#6f430f',
  '#5b3810',
];
export const RED: MantineColorsTuple = [
  '#fef3f2',
  '#fde3e1',
  '#fbcbc7',
  '#f6a6a0',
  '#ec766d',
  '#dd4d43',
  '#c3342a',
  '#a32820',
  '#86241e',
  '#70231f',
];

/** Meaning of a state; a badge adds an icon and a word, so that colour is never alone. */
export const TONES = ['good', 'wait', 'bad', 'info', 'quiet'] as const;
export type Tone = (typeof TONES)[number];

type ToneInk = Record<Tone, { ground: string; ink: string }>;

export const TONES_IN_LIGHT: ToneInk = {
  good: { ground: GREEN[1], ink: GREEN[7] },
  wait: { ground: AMBER[1], ink: AMBER[7] },
  bad: { ground: RED[1], ink: RED[7] },
  info: { ground: '#e4eefb', ink: '#1f4f8f' },
  quiet: { ground: SLATE[1], ink: SLATE[6] },
};

export const TONES_IN_DARK: ToneInk = {
  good: { ground: '#143324', ink: '#8fd9ad' },
  wait: { ground: '#3a2b0d', ink: '#f5c767' },
  bad: { ground: '#431d1b', ink: '#f9b0aa' },
  info: { ground: '#172f4d', ink: '#a5cbf7' },
  quiet: { ground: '#222d3a', ink: '#b3c0cf' },
};

/** Grounds that Mantine has no name for. */
export const SURFACES = {
  light: {
    '--lk-rail': SLATE[0],
    '--lk-raised': '#ffffff',
    '--lk-hover': SLATE[0],
    '--lk-selected': 'color-mix(in srgb, var(--mantine-color-accent-6) 9%, #ffffff)',
    '--lk-line': SLATE[2],
    '--lk-control': '#7a899f',
  },
  dark: {
    '--lk-rail': NIGHT[8],
    '--lk-raised': NIGHT[6],
    '--lk-hover': '#18212c',
    '--lk-selected': 'color-mix(in srgb, var(--mantine-color-accent-6) 24%, #111821)',
    '--lk-line': '#273341',
    '--lk-control': '#5f7187',
  },
} as const;

export const FONT = "'Inter Variable', system-ui, sans-serif";
export const MONO = 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace';
export const FONT_SIZES = { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' };
export const SPACING = { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' };
export const RADIUS = { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' };
