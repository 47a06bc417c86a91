import type { SetupChecklist } from '@latchkey/api-client';

export type StepKey = SetupChecklist['items'][number]['key'];

/** Where each step of the first start is done. */
export const STEP_ADDRESSES: Record<StepKey, string> = {
  company: '/settings',
  mail: '/settings/mail',
  portal: '/settings/portal',
  customer: '/customers/new',
  access: '/contacts?access=none',
};

/** The step to take now: the first that is not done. */
export const nextStep = (items: SetupChecklist['items']): StepKey | undefined => items.find((item) => !item.done)?.key;

/** Until somebody can get in, setting up comes before everything else on the page. */
export const comesFirst = (items: SetupChecklist['items']): boolean =>
  items.some((item) => item.key === 'access' && !item.done);
