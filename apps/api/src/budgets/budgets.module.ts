import { Global, Module } from '@nestjs/common';
import { AddressBudget } from './address-budget.js';
import { BudgetsService } from './budgets.service.js';

@Global()
@Module({ providers: [BudgetsService, AddressBudget], exports: [BudgetsService, AddressBudget] })
export class BudgetsModule {}
