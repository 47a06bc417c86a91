import { Injectable, type StreamableFile } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { assertFresh } from '../../http/fresh.js';
import { PortalPinService } from '../portal/portal-pin.service.js';
import type { PrintPoster } from './label-print.dto.js';
import { pdfFile } from '../../printing/send-pdf.js';
import { printPoster } from './print/poster.js';
import { PrintSettings } from './print-setting.js';

/** The page for the wall. */
@Injectable()
export class PosterService {
  constructor(
    private readonly db: DataSource,
    private readonly settings: PrintSettings,
    private readonly pins: PortalPinService,
    private readonly audit: AuditService,
  ) {}

  /** With the PIN it is a reveal like any other: the same permission, limit and record (D4.8). Throws portal.no_pin. */
  async print(id: string, { language, pageSize, withPin }: PrintPoster, staff: StaffActor): Promise<StreamableFile> {
    if (withPin) assertMayReveal(staff);
    const { company, deployment, ...setting } = await this.settings.of(id);
    const pin = withPin ? (await this.pins.reveal(id, staff)).pin : null;
    const { customerId, name } = deployment;
    await this.audit.record(this.db, staff, 'deployment.poster_made', { deploymentId: id, customerId, name, withPin });
    const poster = printPoster({ company, deployment, pin, pageSize, language: language ?? setting.language });
    return pdfFile(poster, `Poster ${name}`);
  }
}

function assertMayReveal(staff: StaffActor): void {
  const missing = 'deployment_pin:reveal';
  if (!staff.permissions.has(missing)) throw new AppError('access.denied', { missing });
  assertFresh(staff);
}
