import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ResetReady, WayIn } from '../../contacts/way-in.js';
import { first, rows } from '../../db/sql.js';
import { cursorOf, page } from '../../http/paging.js';
import { SettingsService } from '../../settings/settings.service.js';
import type {
  AccessReportCounts,
  AccessReportFilter,
  AccessReportQuery,
  AccessReportRow,
  ResetFault,
} from './access-report.dto.js';
import { shown } from './report-classes.js';
import { countsSql, type Locked, lockedSql, summed } from './report-counts.js';
import { accessReportSql, orderOf } from './report-sql.js';

interface Found extends Omit<AccessReportRow, 'state' | 'reason' | 'ways' | 'resetFault'> {
  /** The sort value as text, for the cursor. */
  place: string;
  wayIn: WayIn;
  resetReady: ResetReady;
  locked: string[];
  isBounced: boolean;
}

/** Who gets in, how, and who does not and why: everybody's access check as far as it is stored, for lists of a million (S4.10, S2.23). */
@Injectable()
export class AccessReportQueries {
  constructor(
    private readonly db: DataSource,
    private readonly settings: SettingsService,
  ) {}

  async list(query: AccessReportQuery): Promise<{ items: AccessReportRow[]; nextCursor: string | null }> {
    const { items, nextCursor } = page(await this.read(query), query.limit, (last) =>
      cursorOf(orderOf(query), last.place, last.contactId),
    );
    return { items: items.map(toRow), nextCursor };
  }

  /** The rows after one of them, for an export. */
  async after(filter: AccessReportFilter, last: ReportLine | undefined, limit: number): Promise<ReportLine[]> {
    const cursor = last && cursorOf(orderOf(filter), last.place, last.contactId);
    const found = await this.read({ ...filter, limit, cursor });
    return found.slice(0, limit).map((row) => ({ ...toRow(row), place: row.place }));
  }

  async counts(customerId?: string): Promise<AccessReportCounts> {
    const fence = customerId ? ' AND c.customer_id = $1' : '';
    const values = customerId ? [customerId] : [];
    const [all = {}, locked, { passwordReset }] = await Promise.all([
      first<Record<string, number>>(this.db, countsSql(fence), values),
      rows<Locked>(this.db, lockedSql(fence), values),
      this.settings.read(),
    ]);
    return { ...summed(all, locked), resetsEnabled: passwordReset.enabled };
  }

  private async read(query: Parameters<typeof accessReportSql>[0]): Promise<Found[]> {
    const statement = accessReportSql(query);
    return statement ? rows<Found>(this.db, statement.sql, statement.values) : [];
  }
}

/** With what an export needs to go on after it. */
export type ReportLine = AccessReportRow & { place: string };

function toRow({ place: _place, wayIn, resetReady, locked, isBounced, ...row }: Found): AccessReportRow {
  return { ...row, ...shown(wayIn, locked), resetFault: faultOf(resetReady, isBounced) };
}

function faultOf(ready: ResetReady, isBounced: boolean): ResetFault | null {
  if (ready === 'none') return null;
  if (ready !== 'ready') return ready;
  return isBounced ? 'bounced' : null;
}
