import { Controller, Get, Header, Inject, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { z } from 'zod';
import { CONFIG, type Config } from '../../config/config.js';
import { AllowAnyone } from '../../http/access.js';
import { AppError } from '../../http/app-error.js';
import { ReturnsFile } from '../../http/returns.js';
import { IdParams } from '../../http/schemas.js';
import { Outbox } from './outbox.service.js';

const OutboxQuery = z.strictObject({ to: z.string().trim().max(254).default('') });
type OutboxQuery = z.infer<typeof OutboxQuery>;

/**
 * Every message as its receiver sees it, secrets included: so that the product can be tried without a mail server.
 * Exists in demo and development only; elsewhere these addresses lead nowhere.
 */
@ApiExcludeController()
@Controller('outbox')
export class OutboxController {
  constructor(
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The newest messages. */
  @Get()
  @AllowAnyone()
  @ReturnsFile('text/html')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  showOutbox(@Query({ schema: OutboxQuery }) { to }: OutboxQuery): Promise<string> {
    this.assertOpen();
    return this.outbox.inbox(to);
  }

  /** One message with its timeline. */
  @Get(':id')
  @AllowAnyone()
  @ReturnsFile('text/html')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  showOutboxMessage(@Param({ schema: IdParams }) { id }: IdParams): Promise<string> {
    this.assertOpen();
    return this.outbox.message(id);
  }

  /** The HTML part alone, for the frame of the page. */
  @Get(':id/html')
  @AllowAnyone()
  @ReturnsFile('text/html')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  showOutboxHtml(@Param({ schema: IdParams }) { id }: IdParams): Promise<string> {
    this.assertOpen();
    return this.outbox.html(id);
  }

  private assertOpen(): void {
    if (this.config.mode !== 'demo' && this.config.mode !== 'development') throw new AppError('route.not_found');
  }
}
