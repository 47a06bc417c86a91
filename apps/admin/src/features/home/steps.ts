import type { SetupChecklist } from '@latchkey/api-client';

/** Each step's truth comes from the data: nobody ticks anything off. */
export interface Step {
  key: SetupChecklist['items'][number]['key'] | 'device' | 'label';
  done: boolean;
}

/** Where each step of the first start is done. */
export const STEP_ADDRESSES: Record<Step['key'], string> = {
  company: '/settings',
  mail: '/settings/mail',
  portal: '/settings/portal',
  customer: '/customers/new',
  access: '/contacts?access=none',
  second_step: '/settings/sign-in',
  device: '/deployments',
  label: '/labels?list=without',
};

/** The step to take now: the first that is not done. */
export const nextStep = (items: readonly Step[]): Step['key'] | undefined => items.find((item) => !item.done)?.key;

/** Until somebody can get in, setting up comes before everything else on the page. */
export const comesFirst = (items: readonly Step[]): boolean =>
  items.some((item) => item.key === 'access' && !item.done);
