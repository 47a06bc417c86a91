import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCan } from '../session';
import { visibleNavigation } from './navigation';
import { matchesWords, type PaletteItem, type PaletteProvider } from './palette';

const MIN_SEARCH = 2;
const SEARCH_STALE_MS = 30_000;

export interface PaletteGroup {
  id: string;
  title: string;
  items: readonly PaletteItem[];
}

export interface PaletteState {
  groups: readonly PaletteGroup[];
  isSearching: boolean;
  hasFailed: boolean;
}

/** Every src/features/<feature>/<feature>.palette.ts takes part by being there. */
const modules = import.meta.glob<{ palette: readonly PaletteProvider[] }>('../../features/*/*.palette.ts', {
  eager: true,
});
const allProviders = Object.values(modules).flatMap(({ palette }) => palette);

/** The catalogues that its headings and actions are written in. */
export const paletteTexts: readonly string[] = allProviders
  .flatMap(({ groupKey, actions = [] }) => [groupKey, ...actions.map((action) => action.labelKey)])
  .filter((key) => key.includes(':'))
  .map((key) => key.split(':')[0] ?? '');

/** Actions and places that fit the typed words, and what the server found. */
export const usePaletteGroups = (text: string, providers: readonly PaletteProvider[] = allProviders): PaletteState => {
  const { t } = useTranslation();
  const can = useCan();
  const allowed = providers.filter((provider) => can(provider.permission));
  const searching = text.trim().length >= MIN_SEARCH ? allowed.filter((provider) => provider.search) : [];
  const results = useQueries({
    queries: searching.map((provider) => ({
      queryKey: ['palette', provider.id, text.trim()],
      queryFn: ({ signal }: { signal: AbortSignal }) => provider.search?.(text.trim(), signal) ?? Promise.resolve([]),
      staleTime: SEARCH_STALE_MS,
      placeholderData: keepPreviousData<readonly PaletteItem[]>,
    })),
  });

  const found = searching.map((provider, index) => ({
    id: `found-${provider.id}`,
    title: t(provider.groupKey),
    items: results[index]?.data ?? [],
  }));
  const actions = allowed.map((provider) => ({
    id: `do-${provider.id}`,
    title: t(provider.groupKey),
    items: (provider.actions ?? [])
      .filter((action) => can(action.permission))
      .map((action) => ({ ...action, label: t(action.labelKey) }))
      .filter((action) =>
        matchesWords(`${action.label} ${t(`${action.labelKey}Keywords`, { defaultValue: '' })}`, text),
      ),
  }));
  const places = visibleNavigation(can).map((item) => ({ id: item.id, label: t(`nav.${item.id}`), to: item.to }));
  const goTo = { id: 'go', title: t('palette.goTo'), items: places.filter((place) => matchesWords(place.label, text)) };

  return {
    groups: [...found, ...actions, goTo].filter((group) => group.items.length > 0),
    isSearching: results.some((result) => result.isFetching),
    hasFailed: results.some((result) => result.isError),
  };
};
