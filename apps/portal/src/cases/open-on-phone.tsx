import { lazy, Suspense, type ComponentType } from 'react';
import { useIsWide } from '../lib/use-is-wide';
import { classes } from '../ui/classes';

const loadCard = async (): Promise<{ default: ComponentType }> => {
  try {
    return { default: (await import('./phone-card')).PhoneCard };
  } catch {
    // Nobody came for it: without the network the page does without it.
    return { default: () => null };
  }
};

const PhoneCard = lazy(loadCard);

/**
 * Stands beside the column, at the start or the end of the box it is in. Only where there is room for it: whoever
 * holds a phone needs no way to a phone, and never fetches it.
 */
export function OpenOnPhone({ at }: { at: 'top' | 'bottom' }) {
  if (!useIsWide()) return null;
  return (
    <div className={classes('absolute start-full ms-6', at === 'top' ? 'top-0' : 'bottom-0')}>
      <Suspense fallback={null}>
        <PhoneCard />
      </Suspense>
    </div>
  );
}
