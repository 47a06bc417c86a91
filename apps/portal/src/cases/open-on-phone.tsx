import { lazy, Suspense, type ComponentType } from 'react';
import { useIsWide } from '../lib/use-is-wide';

const loadCard = async (): Promise<{ default: ComponentType }> => {
  try {
    return { default: (await import('./phone-card')).PhoneCard };
  } catch {
    // Nobody came for it: without the network the page does without it.
    return { default: () => null };
  }
};

const PhoneCard = lazy(loadCard);

/** Only where there is room for it: whoever holds a phone needs no way to a phone, and never fetches it. */
export function OpenOnPhone() {
  if (!useIsWide()) return null;
  return (
    <Suspense fallback={null}>
      <PhoneCard />
    </Suspense>
  );
}
