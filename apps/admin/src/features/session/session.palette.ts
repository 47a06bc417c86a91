import type { PaletteProvider } from '../../app/shell/palette';

export const palette: readonly PaletteProvider[] = [
  {
    id: 'own',
    groupKey: 'session:own',
    actions: [
      { id: 'profile', labelKey: 'session:profile.title', to: '/profile' },
      { id: 'sessions', labelKey: 'session:sessions.title', to: '/sessions' },
    ],
  },
];
