import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import type { CredentialDraftDto, CredentialPreviewDto, DraftQuery, PreviewCredentials } from './sends.dto.js';

@Injectable()
export class DraftsService {
  async draft(_query: DraftQuery): Promise<CredentialDraftDto> {
    throw new AppError('service.unavailable');
  }
  async preview(_body: PreviewCredentials, _staff: StaffActor): Promise<{ items: CredentialPreviewDto[] }> {
    throw new AppError('service.unavailable');
  }
}
