import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { first } from '../../db/sql.js';
import type { FollowActor, VisitActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import type { CaseFileDto } from '../files/case-file.dto.js';
import { type Arriving, CaseFilesService } from '../files/case-files.service.js';
import { ownerOf } from '../files/owner.js';
import { UploadLimits } from '../files/upload-limits.js';
import { VisitLimits } from './visit-limits.js';

/** Photos of people without a login: only where the deployment takes them, pictures only, under a name of ours (D19). */
@Injectable()
export class VisitFiles {
  constructor(
    private readonly db: DataSource,
    private readonly files: CaseFilesService,
    private readonly uploads: UploadLimits,
    private readonly limits: VisitLimits,
  ) {}

  /** Throws visit.photos_off, file.type_not_allowed, file.too_large, file.unreadable, file.too_many. */
  keepForVisit(file: Arriving, visit: VisitActor): Promise<CaseFileDto> {
    return this.keep(file, visit, visit.deploymentId);
  }

  /** The deployment of the case decides; without one, as for a case opened by phone, no photos are taken. */
  async keepForFollow(file: Arriving, follow: FollowActor): Promise<CaseFileDto> {
    const found = await first<{ deploymentId: string | null }>(
      this.db,
      `SELECT deployment_id AS "deploymentId" FROM cases WHERE id = $1`,
      [follow.caseId],
    );
    if (!found?.deploymentId) throw new AppError('visit.photos_off');
    return this.keep(file, follow, found.deploymentId);
  }

  private async keep(file: Arriving, actor: VisitActor | FollowActor, deploymentId: string): Promise<CaseFileDto> {
    const portal = await first<{ takesPhotos: boolean }>(
      this.db,
      `SELECT takes_photos AS "takesPhotos" FROM deployment_portals WHERE deployment_id = $1`,
      [deploymentId],
    );
    if (!portal?.takesPhotos) throw new AppError('visit.photos_off');
    if (!file.type.startsWith('image/')) throw new AppError('file.type_not_allowed');
    const named = { ...file, name: `photo.${file.type.slice('image/'.length)}` };
    // First what one browser may send, so that it cannot use up what everybody at the deployment shares.
    return this.uploads.take(ownerOf(actor), () =>
      this.limits.spendPhoto(deploymentId, () => this.files.keep(named, actor)),
    );
  }
}
