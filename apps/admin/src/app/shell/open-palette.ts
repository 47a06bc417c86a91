/** The palette is a download of its own, fetched when the browser is idle or when somebody asks for it. */
export const loadPalette = () => import('./command-palette');

export const openPalette = (): void => {
  void loadPalette().then(({ palette }) => palette.open());
};
