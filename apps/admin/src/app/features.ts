import type { Feature } from './feature';

/** Every src/features/<feature>/<feature>.feature.ts takes part by being there. */
const modules = import.meta.glob<{ feature: Feature }>('../features/*/*.feature.{ts,tsx}', { eager: true });

export const features: readonly Feature[] = Object.values(modules).map((module) => module.feature);

/** First parts of the addresses that exist: the navigation leads nowhere else. */
export const knownSections: ReadonlySet<string> = new Set(
  features
    .flatMap((feature) => feature.routes ?? [])
    .map((route) => (route.index ? '' : ((route.path ?? '').split('/')[0] ?? ''))),
);
