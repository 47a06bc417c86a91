import { z } from 'zod';
import { ALL_PERMISSIONS, KEY_SCOPES } from '../../http/permissions.js';
import { isoDate, pageOf, pageQuery, text } from '../../http/schemas.js';
import { AddressRange } from './allowed-addresses.js';

const scope = z.enum(KEY_SCOPES).meta({
  id: 'ApiKeyScope',
  description:
    'What a key may do. label:print: a printed label carries its secret and its code, so who holds this scope reads them, and needs only the PIN to visit as if standing before the device.',
});

export const ApiKeyDto = z
  .object({
    id: z.uuid(),
    name: z.string(),
    /** The part of the key that may be shown: enough to find a key again in a log. */
    prefix: z.string(),
    scopes: z.array(scope),
    allowedAddresses: z.array(z.string()),
    owner: z.object({ id: z.uuid(), name: z.string() }),
    state: z.enum(['active', 'expired', 'revoked']),
    expiresAt: isoDate,
    lastUsedAt: isoDate.nullable(),
    revokedAt: isoDate.nullable(),
    createdAt: isoDate,
  })
  .meta({ id: 'ApiKey' });
export type ApiKeyDto = z.input<typeof ApiKeyDto>;

export const ApiKeyPage = pageOf(ApiKeyDto, 'ApiKeyPage');

export const ApiKeysQuery = z.strictObject(pageQuery);
export type ApiKeysQuery = z.infer<typeof ApiKeysQuery>;

/** The scope is checked by the service, so that one that exists but cannot be given is told apart. */
export const CreateApiKey = z
  .strictObject({
    name: text(100),
    scopes: z.array(z.enum(ALL_PERMISSIONS)).min(1).max(ALL_PERMISSIONS.length),
    expiresInDays: z.int().min(1).max(365),
    allowedAddresses: z.array(AddressRange).max(20).default([]),
  })
  .meta({ id: 'CreateApiKey' });
export type CreateApiKey = z.infer<typeof CreateApiKey>;

/** `key` is shown this once and never again. */
export const CreatedApiKey = z.object({ key: z.string(), apiKey: ApiKeyDto }).meta({ id: 'CreatedApiKey' });

export const ApiKeyScopes = z
  .object({ items: z.array(z.object({ scope, grantable: z.boolean() })) })
  .meta({ id: 'ApiKeyScopes' });
