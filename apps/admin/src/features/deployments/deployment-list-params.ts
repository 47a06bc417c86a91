import type { ListSpec, ListState } from '../../lib/list-params';
import type { DeploymentQuery } from './deployments.api';
import type { DeviceQuery } from './devices.api';

export const DEPLOYMENTS: ListSpec = { filters: ['portal', 'status', 'customerId'], defaultSort: 'name' };
export const DEVICES: ListSpec = { filters: ['label', 'status', 'model', 'tag'], defaultSort: 'name' };

export const PORTAL_STATES = ['on', 'off', 'pin_due'] as const;
export const STATUSES = ['active', 'inactive'] as const;
export const LABEL_STATES = ['none', 'never_scanned', 'live'] as const;
export const DEVICE_STATUSES = ['active', 'retired'] as const;

/** As the address writes it; the server has one direction for each. */
const sortOf = ({ sort }: ListState): 'name' | 'newest' => (sort === '-created' ? 'newest' : 'name');

/** A click on a heading asks for "created" or "-created"; only the direction that exists is taken. */
export const toSort = (wanted: string): string => (wanted.endsWith('created') ? '-created' : 'name');

const one = ({ filters }: ListState, name: string): string | undefined => filters[name]?.[0];

const among = <Value extends string>(known: readonly Value[], value: string | undefined): Value | undefined =>
  known.find((each) => each === value);

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** What the address says, as the API takes it; what it cannot mean is left out. */
export const deploymentQuery = (state: ListState): DeploymentQuery => {
  const q = state.search.trim();
  const portal = among(PORTAL_STATES, one(state, 'portal'));
  const status = among(STATUSES, one(state, 'status'));
  const customerId = one(state, 'customerId');
  return {
    sort: sortOf(state),
    ...(q ? { q } : {}),
    ...(portal ? { portal } : {}),
    ...(status ? { status } : {}),
    ...(customerId && UUID.test(customerId) ? { customerId } : {}),
  };
};

export const deviceQuery = (state: ListState): DeviceQuery => {
  const q = state.search.trim();
  const label = among(LABEL_STATES, one(state, 'label'));
  const status = among(DEVICE_STATUSES, one(state, 'status'));
  const model = one(state, 'model')?.slice(0, 200);
  const tag = one(state, 'tag')?.slice(0, 50);
  return {
    sort: sortOf(state),
    ...(q ? { q } : {}),
    ...(label ? { label } : {}),
    ...(status ? { status } : {}),
    ...(model ? { model } : {}),
    ...(tag ? { tag } : {}),
  };
};
