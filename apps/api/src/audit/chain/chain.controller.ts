import { Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AllowStaff } from '../../http/access.js';
import { Returns } from '../../http/returns.js';
import { ChainCheck } from './chain-check.service.js';
import { AuditChainState } from './chain.dto.js';

@ApiTags('audit')
@Controller('audit-chain')
export class ChainController {
  constructor(private readonly chain: ChainCheck) {}

  /** What the last check of the audit found. */
  @Get()
  @AllowStaff('audit:read')
  @Returns(200, AuditChainState)
  getAuditChain() {
    return this.chain.last();
  }

  /** Reads the whole audit and answers whether a line was changed, removed or added behind the product's back. Takes longer the more lines there are; the answer is kept. */
  @Post('check')
  @AllowStaff('audit:read', { keys: false })
  @Returns(200, AuditChainState)
  checkAuditChain() {
    return this.chain.check();
  }
}
