import { lazy, Suspense } from 'react';
import { whenIdle } from '../../lib/when-idle';
import { needTexts } from '../../i18n/i18n';
import { loadPalette } from './open-palette';
import type { PaletteProvider } from './palette';

const CommandPalette = lazy(async () => {
  await whenIdle();
  const [{ CommandPalette: component }, { paletteTexts }] = await Promise.all([
    loadPalette(),
    import('./use-palette-groups'),
  ]);
  await needTexts(paletteTexts);
  return { default: component };
});

const KeyboardHelp = lazy(async () => {
  await whenIdle();
  return { default: (await import('../../ui/keyboard-help')).KeyboardHelp };
});

interface LatePartsProps {
  providers: readonly PaletteProvider[] | undefined;
  isHelpOpen: boolean;
  onCloseHelp: () => void;
}

/** What nobody needs to see the first screen: it comes when the browser has nothing better to do. */
export const LateParts = ({ providers, isHelpOpen, onCloseHelp }: LatePartsProps) => (
  <Suspense>
    <CommandPalette providers={providers} />
    <KeyboardHelp isOpen={isHelpOpen} onClose={onCloseHelp} />
  </Suspense>
);
