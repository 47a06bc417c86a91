import type { ListSpec, ListState } from '../../lib/list-params';
import type { ContactFilter } from '@latchkey/api-client';
import type { ContactQuery } from './people.api';

export const ACCESS_STATES = ['none', 'invited', 'active', 'suspended', 'locked'] as const;
export const INVITATION_STATES = ['none', 'invited', 'opened', 'accepted', 'expired', 'revoked', 'bounced'] as const;
type Access = (typeof ACCESS_STATES)[number];

export const SPEC: ListSpec = { filters: ['access', 'invitation', 'status', 'portalUser', 'pin'], defaultSort: 'name' };

const one = <Value extends string>(values: readonly string[] | undefined, known: readonly Value[]): Value | undefined =>
  known.find((value) => value === values?.[0]);

/** The server sorts by name upwards, or by the newest; there is no other way round. */
export const toSort = (sort: string): string => sort.replace(/^-/, '');

/** What the address says, as the API takes it; what it cannot mean is left out. */
export const contactQuery = (state: ListState, customerId?: string): ContactQuery => {
  const access = one<Access>(state.filters['access'], ACCESS_STATES);
  const invitation = one(state.filters['invitation'], INVITATION_STATES);
  const status = one(state.filters['status'], ['active', 'inactive'] as const);
  const portalUser = one(state.filters['portalUser'], ['true', 'false'] as const);
  const pin = one(state.filters['pin'], ['due', 'renewing'] as const);
  const q = state.search.trim();
  return {
    sort: 'name',
    ...(customerId ? { customerId } : {}),
    ...(q ? { q } : {}),
    ...(access ? { access } : {}),
    ...(invitation ? { invitation } : {}),
    ...(status ? { status } : {}),
    ...(portalUser ? { portalUser } : {}),
    ...(pin ? { pin } : {}),
  };
};

/** The same as the content of a request: everybody in the list, however long it is. */
export const contactFilter = (state: ListState, customerId?: string): ContactFilter => {
  const { sort: _, portalUser, ...filter } = contactQuery(state, customerId);
  return { ...filter, ...(portalUser ? { portalUser: portalUser === 'true' } : {}) };
};
