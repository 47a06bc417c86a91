import type { PaletteProvider } from '../../app/shell/palette';

export const palette: readonly PaletteProvider[] = [
  {
    id: 'imports',
    groupKey: 'imports:title',
    actions: [
      { id: 'import', labelKey: 'imports:palette.import', to: '/imports/new', permission: 'import:run' },
      { id: 'export', labelKey: 'imports:palette.export', to: '/imports', permission: 'export:run' },
    ],
  },
];
