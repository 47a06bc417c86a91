import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AllowStaff } from '../../http/access.js';
import type { StaffActor } from '../../http/actors.js';
import { Returns } from '../../http/returns.js';
import { Done, IdParams } from '../../http/schemas.js';
import { ApiKeyPage, ApiKeyScopes, ApiKeysQuery, CreateApiKey, CreatedApiKey } from './api-key.dto.js';
import { ApiKeysService } from './api-keys.service.js';

@ApiTags('api keys')
@Controller()
export class ApiKeysController {
  constructor(private readonly keys: ApiKeysService) {}

  /** The keys of other systems, newest first; never their secrets. */
  @Get('api-keys')
  @AllowStaff('key:read')
  @Returns(200, ApiKeyPage)
  listApiKeys(@Query({ schema: ApiKeysQuery }) query: ApiKeysQuery) {
    return this.keys.list(query);
  }

  /** Makes a key and shows it this once. Not repeatable with an Idempotency-Key: the answer is kept nowhere. */
  @Post('api-keys')
  @AllowStaff('key:write', { fresh: true })
  @Returns(201, CreatedApiKey)
  createApiKey(@Body({ schema: CreateApiKey }) draft: CreateApiKey, @Actor() staff: StaffActor) {
    return this.keys.create(draft, staff);
  }

  /** Revokes a key for ever; its next request is refused. */
  @Delete('api-keys/:id')
  @AllowStaff('key:write')
  @Returns(200, Done)
  revokeApiKey(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.keys.revoke(id, staff);
  }

  /** What a key can be allowed to do, and which of it you can give. */
  @Get('api-key-scopes')
  @AllowStaff('key:read')
  @Returns(200, ApiKeyScopes)
  listApiKeyScopes(@Actor() staff: StaffActor) {
    return this.keys.scopes(staff);
  }
}
