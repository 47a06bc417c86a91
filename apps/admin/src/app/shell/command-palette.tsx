import { Loader, Modal, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import '@mantine/spotlight/styles.layer.css';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconArrowRight, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import type { PaletteItem, PaletteProvider } from './palette';
import { usePaletteGroups, type PaletteState } from './use-palette-groups';

const DEBOUNCE_MS = 120;

/** Open or closed. */
export const [paletteStore, palette] = createSpotlight();

/** Ctrl+K: customers, contacts, cases and everything that can be done. */
export const CommandPalette = ({ providers }: { providers?: readonly PaletteProvider[] }) => {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text, DEBOUNCE_MS);
  const state = usePaletteGroups(settled, providers);
  const isSearching = state.isSearching || settled !== text;
  return (
    <Spotlight.Root
      store={paletteStore}
      query={text}
      onQueryChange={setText}
      shortcut={null}
      scrollable
      maxHeight={420}
    >
      <VisuallyHidden>
        <Modal.Title>{t('palette.open')}</Modal.Title>
      </VisuallyHidden>
      <Spotlight.Search
        placeholder={t('palette.placeholder')}
        aria-label={t('palette.placeholder')}
        leftSection={<IconSearch size={18} aria-hidden />}
        rightSection={isSearching ? <Loader size="xs" aria-label={t('palette.searching')} /> : null}
      />
      <Results state={state} text={text} isSearching={isSearching} />
    </Spotlight.Root>
  );
};

const Results = ({ state, text, isSearching }: { state: PaletteState; text: string; isSearching: boolean }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const choose = (item: PaletteItem): void => (item.to === undefined ? item.run?.() : void navigate(item.to));
  const count = state.groups.reduce((sum, group) => sum + group.items.length, 0);
  return (
    <Spotlight.ActionsList>
      <VisuallyHidden aria-live="polite">{isSearching ? '' : t('list:shown', { count })}</VisuallyHidden>
      {state.groups.map((group) => (
        <Spotlight.ActionsGroup key={group.id} label={group.title}>
          {group.items.map((item) => (
            <Spotlight.Action
              key={item.id}
              label={item.label}
              description={item.description}
              leftSection={item.icon ?? <IconArrowRight size={16} aria-hidden />}
              onClick={() => choose(item)}
            />
          ))}
        </Spotlight.ActionsGroup>
      ))}
      {count === 0 && !isSearching ? (
        <Spotlight.Empty>{text === '' ? t('palette.hint') : t('palette.nothing', { text })}</Spotlight.Empty>
      ) : null}
      {state.hasFailed ? <Spotlight.Empty role="alert">{t('palette.failed')}</Spotlight.Empty> : null}
    </Spotlight.ActionsList>
  );
};
