import type { DeploymentChecklist } from '@latchkey/api-client';

type Item = DeploymentChecklist['items'][number];

/** The step to take now: the first that is not done. */
export const nextStep = (items: readonly Item[]): Item | undefined => items.find((item) => !item.done);
