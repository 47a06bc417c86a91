import { Module } from '@nestjs/common';
import { ErasureController } from './erasure/erasure.controller.js';
import { ErasureJournal } from './erasure/erasure-journal.js';
import { ErasureReplay } from './erasure/erasure-replay.js';
import { ErasureService } from './erasure/erasure.service.js';
import { PersonErasure } from './erasure/person-erasure.service.js';
import { PortalPrivacyController, RetentionController } from './retention/retention.controller.js';
import { RetentionService } from './retention/retention.service.js';

@Module({
  controllers: [ErasureController, RetentionController, PortalPrivacyController],
  providers: [ErasureJournal, ErasureReplay, ErasureService, PersonErasure, RetentionService],
})
export class PrivacyModule {}
