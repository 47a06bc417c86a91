import { Injectable, type StreamableFile } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { Keys } from '../../config/keys.js';
import type { StaffActor } from '../../http/actors.js';
import { AppError, fieldError } from '../../http/app-error.js';
import { SettingsService } from '../../settings/settings.service.js';
import { languageOf } from '../../staff/staff.texts.js';
import { factsPerDeployment } from './label-facts.js';
import type { LabelStocks, PrintLabels } from './label-print.dto.js';
import { assertPrintable, chosenStock } from './label-stock.js';
import { countToPrint, labelsToPrint } from './labels-to-print.js';
import { pdfFile } from '../../printing/send-pdf.js';
import type { PrintLanguage } from './print/label-texts.js';
import { printInWorker } from './print/print-in-worker.js';
import { stockName } from './print/stock-names.js';
import { STOCKS, stockOf } from './print/stocks.js';
import { printTestPage } from './print/test-page.js';
import { type PrintSetting, PrintSettings } from './print-setting.js';

/** What labels are printed with and from. */
@Injectable()
export class PrintSources {
  constructor(
    readonly settings: PrintSettings,
    readonly company: SettingsService,
    readonly keys: Keys,
  ) {}
}

@Injectable()
export class LabelPrintService {
  constructor(
    private readonly db: DataSource,
    private readonly sources: PrintSources,
    private readonly audit: AuditService,
  ) {}

  async stocks(language: PrintLanguage | undefined, staff: StaffActor): Promise<LabelStocks> {
    const read = await this.languageFor(language, staff);
    return { items: STOCKS.map((stock) => ({ ...stock, name: stockName(stock, read) })) };
  }

  /** Throws row.not_found for a stock that is not in the list, request.invalid_body for a size that cannot be. */
  async testPage(
    chosen: Pick<PrintLabels, 'stock' | 'ownStock'>,
    language: PrintLanguage | undefined,
    staff: StaffActor,
  ): Promise<StreamableFile> {
    const stock = chosen.stock === undefined ? chosenStock(chosen) : stockOf(chosen.stock);
    if (!stock) throw new AppError('row.not_found');
    return pdfFile(printTestPage(stock, await this.languageFor(language, staff)), `Test page ${stock.id}`);
  }

  private async languageFor(asked: PrintLanguage | undefined, staff: StaffActor): Promise<PrintLanguage> {
    return asked ?? languageOf(staff.language, (await this.sources.company.read()).locale.language);
  }

  /**
   * Everything that can be wrong is found before the first byte. Labels of several deployments are printed in the language
   * of the first. Throws label.not_active, label.none_to_print, label.stock_too_small.
   */
  async labels(body: PrintLabels, staff: StaffActor): Promise<StreamableFile> {
    const stock = chosenStock(body);
    const found = await countToPrint(this.db, body);
    const setting = await this.setting(body, found);
    const { company, portalOrigin, deployment } = setting;
    assertPrintable({ stock, startAt: body.startAt, copies: body.copies }, portalOrigin);
    await this.audit.recordMany(this.db, staff, 'label.pdf_made', factsPerDeployment(found));
    const { startAt, copies, language = setting.language } = body;
    const labels = labelsToPrint(this.db, body, { keys: this.sources.keys, portalOrigin });
    const pdf = printInWorker({ stock, startAt, copies, company, language, labels });
    return pdfFile(pdf, `Labels ${deployment.name} ${new Date().toISOString().slice(0, 10)}`);
  }

  private async setting(body: PrintLabels, found: Awaited<ReturnType<typeof countToPrint>>): Promise<PrintSetting> {
    const { labelIds, deploymentId } = body;
    if (deploymentId) {
      const setting = await this.sources.settings.of(deploymentId).catch((error: unknown) => {
        if (error instanceof AppError && error.code === 'row.not_found')
          throw fieldError('/deploymentId', 'request.invalid_body', 'Not a deployment');
        throw error;
      });
      if (found.length === 0) throw new AppError('label.none_to_print');
      return setting;
    }
    const ids = new Set(labelIds);
    const first = found.find(({ labelId }) => labelId === labelIds?.[0]);
    if (!first || found.length < ids.size) throw new AppError('label.not_active');
    return this.sources.settings.of(first.deploymentId);
  }
}
