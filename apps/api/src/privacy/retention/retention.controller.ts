import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AllowContact, AllowStaff } from '../../http/access.js';
import { Returns } from '../../http/returns.js';
import { PortalPrivacy, RetentionPreview, RetentionQuery } from './retention.dto.js';
import { RetentionService } from './retention.service.js';

@ApiTags('settings')
@Controller('settings/retention-preview')
export class RetentionController {
  constructor(private readonly retention: RetentionService) {}

  /** What would go within the hour if these times were saved. */
  @Get()
  @AllowStaff('settings:read')
  @Returns(200, RetentionPreview)
  previewRetention(@Query({ schema: RetentionQuery }) query: RetentionQuery) {
    return this.retention.preview(query);
  }
}

@ApiTags('portal')
@Controller('portal/privacy')
export class PortalPrivacyController {
  constructor(private readonly retention: RetentionService) {}

  /** How long what names people is kept (D24). */
  @Get()
  @AllowContact(null, { beforeCompany: true })
  @Returns(200, PortalPrivacy)
  getPortalPrivacy() {
    return this.retention.kept();
  }
}
