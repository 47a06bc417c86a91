import type { PaletteProvider } from '../../app/shell/palette';

export const palette: readonly PaletteProvider[] = [
  {
    id: 'labels',
    groupKey: 'labels:title',
    permission: 'deployment:read',
    actions: [
      { id: 'never', labelKey: 'labels:list.never_scanned', to: '/labels' },
      { id: 'late', labelKey: 'labels:list.scanned_late', to: '/labels?list=scanned_late' },
      { id: 'without', labelKey: 'labels:list.without', to: '/labels?list=without' },
    ],
  },
];
