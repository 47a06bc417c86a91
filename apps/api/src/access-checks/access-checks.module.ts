import { Global, Module } from '@nestjs/common';
import { AccessChecks } from './access-checks.js';

@Global()
@Module({ providers: [AccessChecks], exports: [AccessChecks] })
export class AccessChecksModule {}
