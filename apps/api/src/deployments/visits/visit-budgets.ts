import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BudgetsService, type Spent } from '../../budgets/budgets.service.js';
import { networkOf } from '../../budgets/networks.js';
import { fingerprint } from '../../config/keys.js';
import { first, rows } from '../../db/sql.js';
import { PortalTries } from '../portal/portal-tries.js';
import type { Browser } from './visit-browser.js';
import { SPEND_TRY } from './visit-budgets.sql.js';
import type { Target } from './visit-lookup.js';
import { ADDRESS_RULE, KNOWN_RULE, type OwnKeys, type SharedKeys } from './visit-rules.js';

export interface SpentTry {
  /** False: this address has to solve a challenge first. Nothing was spent. */
  isAddressOpen: boolean;
  /** All budgets had one left: the PIN may be looked at. */
  isAllowed: boolean;
  /** Seconds until this browser's next try. */
  waitSeconds: number;
  /** Wrong tries that count against this PIN now, this one included. */
  counted: number;
}

interface Row {
  isAddressOpen: boolean;
  waitSeconds: number;
  counted: number | null;
}

/** What a try at a PIN costs, spent before the PIN is looked at, in one statement (D4.3). */
@Injectable()
export class VisitBudgets {
  constructor(
    private readonly db: DataSource,
    private readonly budgets: BudgetsService,
    private readonly tries: PortalTries,
  ) {}

  /** A browser without a cookie is told by its network: leaving cookies out gains nothing. */
  ownKeys(label: string, browser: Browser): OwnKeys {
    const who = browser.token === undefined ? `network ${networkOf(browser.ip)}` : fingerprint(browser.token);
    return {
      address: this.budgets.key({ kind: 'visit-address', subject: networkOf(browser.ip) }),
      browser: this.budgets.key({ kind: 'visit-browser', subject: `${who} ${label}` }),
      typos: this.budgets.key({ kind: 'visit-typos', subject: `${who} ${label}` }),
    };
  }

  /** For what is no label, or not open: budgets of nothing, so that the work is the same. */
  sharedKeys(label: string, target: Target | undefined): SharedKeys {
    if (target)
      return {
        ...this.tries.labelKeys(target.labelId, target.pinVersion),
        portal: this.tries.portalKey(target.deploymentId, target.pinVersion),
      };
    const decoy = (name: string) => this.budgets.key({ kind: 'visit-decoy', subject: `${name} ${label}` });
    return { hour: decoy('hour'), day: decoy('day'), portal: decoy('portal') };
  }

  /** `isProven`: the address did its work, so its own budget is not asked. */
  async spend(own: OwnKeys, shared: SharedKeys, options: { isProven: boolean; isDecoy: boolean }): Promise<SpentTry> {
    const kind = (name: string) => (options.isDecoy ? 'visit-decoy' : name);
    const row = await first<Row>(this.db, SPEND_TRY, [
      own.address,
      own.browser,
      own.typos,
      shared.hour,
      shared.day,
      shared.portal,
      options.isProven,
      kind('visit-label'),
      kind('visit-portal'),
    ]);
    if (!row) throw new Error('Spending a try answers one row always');
    return { ...row, isAllowed: row.counted !== null, counted: row.counted ?? 0 };
  }

  async isAddressSpent(ip: string): Promise<boolean> {
    const key = this.budgets.key({ kind: 'visit-address', subject: networkOf(ip) });
    return (
      (await first(
        this.db,
        `SELECT 1 FROM attempt_budgets WHERE key = $1 AND used >= ${ADDRESS_RULE.max} AND next_at > now()`,
        [key],
      )) !== undefined
    );
  }

  /** A browser that was here before has a budget of its own, whatever strangers do (D4.4). */
  spendKnown(target: Target & { knownId: string }): Promise<Spent> {
    return this.budgets.spend(this.db, { ...this.known(target), rule: KNOWN_RULE });
  }

  knownKey(target: Target & { knownId: string }): string {
    return this.budgets.key(this.known(target));
  }

  private known({ knownId, pinVersion }: Target & { knownId: string }) {
    return { kind: 'visit-known', subject: `${knownId}:${pinVersion}` };
  }

  /** Writes as much as the record of a wrong PIN does: where nothing was compared, the answer takes as long. */
  async asIfRecorded(own: OwnKeys): Promise<void> {
    await rows(this.db, `UPDATE attempt_budgets SET updated_at = now() WHERE key = $1`, [own.browser]);
  }
}
