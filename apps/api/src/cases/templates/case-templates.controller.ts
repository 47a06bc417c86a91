import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AllowStaff } from '../../http/access.js';
import { type Creating, CreatingActor, type Editing, EditingActor } from '../../http/acting.js';
import type { StaffActor } from '../../http/actors.js';
import { Idempotent } from '../../http/idempotency.js';
import { NeedsVersion } from '../../http/if-match.js';
import { Returns } from '../../http/returns.js';
import { IdParams } from '../../http/schemas.js';
import {
  CaseTemplateDto,
  CaseTemplatePage,
  CaseTemplateQuery,
  CaseTemplateVersionDto,
  ChangeCaseTemplate,
  CreateCaseTemplate,
  TemplateVersionParams,
} from './case-template.dto.js';
import { CaseTemplatesQueries } from './case-templates.queries.js';
import { CaseTemplatesService } from './case-templates.service.js';

@ApiTags('case templates')
@Controller('case-templates')
export class CaseTemplatesController {
  constructor(
    private readonly templates: CaseTemplatesService,
    private readonly queries: CaseTemplatesQueries,
  ) {}

  /** Templates by name, with how often each was used lately. */
  @Get()
  @AllowStaff('case:read')
  @Returns(200, CaseTemplatePage)
  listCaseTemplates(@Query({ schema: CaseTemplateQuery }) query: CaseTemplateQuery) {
    return this.queries.list(query);
  }

  /** Makes a template and its first version. */
  @Post()
  @Idempotent()
  @AllowStaff('template:write')
  @Returns(201, CaseTemplateDto)
  createCaseTemplate(
    @Body({ schema: CreateCaseTemplate }) draft: CreateCaseTemplate,
    @CreatingActor() creating: Creating<StaffActor>,
  ) {
    return this.templates.create(draft, creating);
  }

  /** One template with the questions of the version in use. */
  @Get(':id')
  @AllowStaff('case:read')
  @Returns(200, CaseTemplateDto)
  getCaseTemplate(@Param({ schema: IdParams }) { id }: IdParams) {
    return this.queries.detail(id);
  }

  /** Changes a template; other texts or questions make a new version. */
  @Patch(':id')
  @NeedsVersion()
  @AllowStaff('template:write')
  @Returns(200, CaseTemplateDto)
  changeCaseTemplate(
    @Param({ schema: IdParams }) { id }: IdParams,
    @Body({ schema: ChangeCaseTemplate }) change: ChangeCaseTemplate,
    @EditingActor() editing: Editing<StaffActor>,
  ) {
    return this.templates.change(id, change, editing);
  }

  /** Offers the template nowhere any more; its cases keep it. */
  @Post(':id/archive')
  @AllowStaff('template:write')
  @Returns(200, CaseTemplateDto)
  archiveCaseTemplate(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.templates.setStatus(id, 'archived', staff);
  }

  /** Offers an archived template again. */
  @Post(':id/restore')
  @AllowStaff('template:write')
  @Returns(200, CaseTemplateDto)
  restoreCaseTemplate(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.templates.setStatus(id, 'active', staff);
  }

  /** One version of a template, as it was answered. */
  @Get(':id/versions/:number')
  @AllowStaff('case:read')
  @Returns(200, CaseTemplateVersionDto)
  getCaseTemplateVersion(@Param({ schema: TemplateVersionParams }) params: TemplateVersionParams) {
    return this.queries.version(params);
  }
}
