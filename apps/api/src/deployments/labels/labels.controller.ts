import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AllowStaff } from '../../http/access.js';
import { type Creating, CreatingActor } from '../../http/acting.js';
import type { StaffActor } from '../../http/actors.js';
import { Idempotent } from '../../http/idempotency.js';
import { Returns } from '../../http/returns.js';
import { IdParams } from '../../http/schemas.js';
import {
  CreateLabels,
  LabelCode,
  LabelDto,
  LabelPage,
  LabelQuery,
  LabelsCreated,
  LabelsMarked,
  MarkLabelsPrinted,
  ReplaceLabel,
} from './label.dto.js';
import { LabelCodeService } from './label-code.service.js';
import { LabelMakingService } from './label-making.service.js';
import { LabelsQueries } from './labels.queries.js';
import { LabelsService } from './labels.service.js';

@ApiTags('labels')
@Controller('labels')
export class LabelsController {
  constructor(
    private readonly labels: LabelsService,
    private readonly making: LabelMakingService,
    private readonly codes: LabelCodeService,
    private readonly queries: LabelsQueries,
  ) {}

  /** Labels, newest first; those that nobody scanned, or that were scanned after they were replaced. */
  @Get()
  @AllowStaff('deployment:read')
  @Returns(200, LabelPage)
  listLabels(@Query({ schema: LabelQuery }) query: LabelQuery, @Actor() staff: StaffActor) {
    return this.queries.list(query, staff);
  }

  /** Makes a label for each device that has none. */
  @Post()
  @Idempotent()
  @AllowStaff('label:print')
  @Returns(201, LabelsCreated)
  createLabels(@Body({ schema: CreateLabels }) body: CreateLabels, @Actor() staff: StaffActor) {
    return this.making.create(body, staff);
  }

  /** Marks labels as printed, now. */
  @Post('printed')
  @AllowStaff('label:print')
  @Returns(200, LabelsMarked)
  markLabelsPrinted(@Body({ schema: MarkLabelsPrinted }) { ids }: MarkLabelsPrinted, @Actor() staff: StaffActor) {
    return this.labels.markPrinted(ids, staff);
  }

  /** One label, with its scans per week and the other labels of its device. */
  @Get(':id')
  @AllowStaff('deployment:read')
  @Returns(200, LabelDto)
  getLabel(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.queries.get(id, staff);
  }

  /** What is printed on the label: the address in its QR code and the code to type. Only of a label in use. */
  @Get(':id/code')
  @AllowStaff('label:print')
  @Returns(200, LabelCode)
  getLabelCode(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.codes.show(id, staff);
  }

  /** Makes a new label for the device of this one, which works a while longer. Answers the new label. */
  @Post(':id/replace')
  @Idempotent()
  @AllowStaff('label:print')
  @Returns(201, LabelDto)
  replaceLabel(
    @Param({ schema: IdParams }) { id }: IdParams,
    @Body({ schema: ReplaceLabel }) body: ReplaceLabel,
    @CreatingActor() creating: Creating<StaffActor>,
  ) {
    return this.labels.replace(id, body, creating);
  }

  /** Ends a label at once; visits that it opened end too. */
  @Post(':id/revoke')
  @AllowStaff('label:print')
  @Returns(200, LabelDto)
  revokeLabel(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.labels.revoke(id, staff);
  }
}
