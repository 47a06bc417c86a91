import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { rows } from '../db/sql.js';
import { AllowAnyone } from './access.js';
import { AppError } from './app-error.js';
import { Returns } from './returns.js';

const Health = z.object({ status: z.literal('ok') }).meta({ id: 'Health' });

@ApiTags('health')
@Controller('health')
export class HealthController {
  private checkedAt = 0;
  private check: Promise<unknown> = Promise.resolve();

  constructor(private readonly db: DataSource) {}

  /** The process answers. */
  @Get('live')
  @AllowAnyone()
  @Returns(200, Health)
  getLiveness() {
    return { status: 'ok' as const };
  }

  /** The process can work: its database answers. At most one question a second, however often it is asked. */
  @Get('ready')
  @AllowAnyone()
  @Returns(200, Health)
  async getReadiness() {
    if (Date.now() - this.checkedAt > 1_000) {
      this.checkedAt = Date.now();
      this.check = rows(this.db, 'SELECT 1');
    }
    try {
      await this.check;
    } catch {
      throw new AppError('service.unavailable');
    }
    return { status: 'ok' as const };
  }
}
