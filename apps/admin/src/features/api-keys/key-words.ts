import type { ApiKey } from '@latchkey/api-client';
import { toProblem } from '../../lib/problem';
import type { Tone } from '../../theme/tokens';

export type Scope = ApiKey['scopes'][number];

/** What belongs together for the person who chooses. */
const GROUPS: Record<string, string> = {
  customer: 'people',
  contact: 'people',
  credential: 'access',
  lock: 'access',
  deployment: 'sites',
  label: 'sites',
  case: 'cases',
  template: 'cases',
  notification: 'messages',
};

export interface ScopeGroup {
  id: string;
  scopes: readonly Scope[];
}

/** Scopes in the API's order, gathered under headings; what is new to us comes under "other". */
export const groupScopes = (scopes: readonly Scope[]): readonly ScopeGroup[] => {
  const groups = new Map<string, Scope[]>();
  for (const scope of scopes) {
    const id = GROUPS[scope.split(':')[0] ?? ''] ?? 'data';
    groups.set(id, [...(groups.get(id) ?? []), scope]);
  }
  return [...groups].map(([id, members]) => ({ id, scopes: members }));
};

/** The key of the catalogue: "customer:read" is scope.customer_read. */
export const scopeKey = (scope: Scope): string => `scope.${scope.replace(':', '_')}`;

/** Addresses as somebody types or pastes them: one a line, or with commas and spaces. */
export const parseAddresses = (text: string): string[] => text.split(/[\s,;]+/).filter((part) => part !== '');

const TRY: readonly (readonly [Scope, string])[] = [
  ['customer:read', '/api/v1/customers?limit=5'],
  ['contact:read', '/api/v1/contacts?limit=5'],
  ['case:read', '/api/v1/cases?limit=5'],
  ['notification:read', '/api/v1/notifications?limit=5'],
  ['audit:read', '/api/v1/audit-events?limit=5'],
];

/** A line to paste that works with these scopes at once, or nothing when none of them reads a list. */
export const curlLine = (origin: string, key: string, scopes: readonly Scope[]): string | undefined => {
  const path = TRY.find(([scope]) => scopes.includes(scope))?.[1];
  return path === undefined ? undefined : `curl -H 'Authorization: Bearer ${key}' '${origin}${path}'`;
};

const SOON_MS = 14 * 86_400_000;

export const keyState = (
  { state, expiresAt }: Pick<ApiKey, 'state' | 'expiresAt'>,
  now: number,
): { tone: Tone; word: 'active' | 'soon' | 'expired' | 'revoked' } => {
  if (state === 'revoked') return { tone: 'quiet', word: 'revoked' };
  if (state === 'expired') return { tone: 'bad', word: 'expired' };
  return Date.parse(expiresAt) - now < SOON_MS ? { tone: 'wait', word: 'soon' } : { tone: 'good', word: 'active' };
};

/** The addresses are one field of the form and many of the request: an error of one belongs to the field. */
export const atFields = (error: unknown): unknown => {
  const { errors, params } = toProblem(error);
  if (errors.length === 0) return error;
  const merged = new Map(
    errors.map((one) => {
      const pointer = one.pointer.replace(/^(\/\w+)\/.*/, '$1');
      return [pointer, { ...one, pointer }];
    }),
  );
  return { ...params, errors: [...merged.values()] };
};
