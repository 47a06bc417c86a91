import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor, AllowStaff } from '../../http/access.js';
import type { StaffActor } from '../../http/actors.js';
import { Returns, ReturnsFile } from '../../http/returns.js';
import { IdParams } from '../../http/schemas.js';
import {
  LabelStocks,
  PrintLabels,
  PrintLanguageQuery,
  PrintPoster,
  PrintTestPage,
  StockParams,
} from './label-print.dto.js';
import { LabelPrintService } from './label-print.service.js';
import { PosterService } from './poster.service.js';

const PDF = 'application/pdf';

@ApiTags('labels')
@Controller()
export class LabelPrintController {
  constructor(
    private readonly print: LabelPrintService,
    private readonly posters: PosterService,
  ) {}

  /** Sheets, tapes and single labels that labels can be printed on. */
  @Get('label-stocks')
  @AllowStaff('deployment:read')
  @Returns(200, LabelStocks)
  listLabelStocks(@Query({ schema: PrintLanguageQuery }) { language }: PrintLanguageQuery, @Actor() staff: StaffActor) {
    return this.print.stocks(language, staff);
  }

  /** A page with the outlines of every label and rulers, to see whether printer and stock agree. */
  @Get('label-stocks/:id/test-page')
  @AllowStaff('label:print')
  @ReturnsFile(PDF)
  printLabelTestPage(
    @Param({ schema: StockParams }) { id }: StockParams,
    @Query({ schema: PrintLanguageQuery }) { language }: PrintLanguageQuery,
    @Actor() staff: StaffActor,
  ) {
    return this.print.testPage({ stock: id }, language, staff);
  }

  /** The same for a size of your own. */
  @Post('label-stocks/test-page')
  @AllowStaff('label:print')
  @ReturnsFile(PDF)
  printOwnTestPage(@Body({ schema: PrintTestPage }) { ownStock, language }: PrintTestPage, @Actor() staff: StaffActor) {
    return this.print.testPage({ ownStock }, language, staff);
  }

  /** Labels as a PDF. Marks nothing as printed: say so once they are (markLabelsPrinted). */
  @Post('labels/print')
  @AllowStaff('label:print')
  @ReturnsFile(PDF)
  printLabels(@Body({ schema: PrintLabels }) body: PrintLabels, @Actor() staff: StaffActor) {
    return this.print.labels(body, staff);
  }

  /** A page for the wall that says how to report a problem at this deployment. */
  @Post('deployments/:id/poster')
  @AllowStaff('label:print')
  @ReturnsFile(PDF)
  printPoster(
    @Param({ schema: IdParams }) { id }: IdParams,
    @Body({ schema: PrintPoster }) body: PrintPoster,
    @Actor() staff: StaffActor,
  ) {
    return this.posters.print(id, body, staff);
  }
}
