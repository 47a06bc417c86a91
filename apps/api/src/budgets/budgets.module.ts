import { Global, Module } from '@nestjs/common';
import { AddressBudget } from './address-budget.js';
import { BudgetsService } from './budgets.service.js';
import { Challenges } from './challenges.js';

const providers = [BudgetsService, AddressBudget, Challenges];

@Global()
@Module({ providers, exports: providers })
export class BudgetsModule {}
