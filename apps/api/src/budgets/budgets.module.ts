import { Global, Module } from '@nestjs/common';
import { BudgetsService } from './budgets.service.js';

@Global()
@Module({ providers: [BudgetsService], exports: [BudgetsService] })
export class BudgetsModule {}
