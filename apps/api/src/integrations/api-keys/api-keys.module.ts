import { Module } from '@nestjs/common';
import { ApiKeyActors } from './api-key-actors.js';
import { ApiKeysController } from './api-keys.controller.js';
import { ApiKeysService } from './api-keys.service.js';
import { ExposedKeys } from './exposed-keys.js';
import { RateLimitHeaders } from './rate-limit-headers.js';

@Module({ controllers: [ApiKeysController], providers: [ApiKeysService, ApiKeyActors, ExposedKeys, RateLimitHeaders] })
export class ApiKeysModule {}
