import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BUDGET_RULES, LONGEST_WAIT_SECONDS, pinRule } from '../../budgets/budget-rules.js';
import { BudgetsService } from '../../budgets/budgets.service.js';
import { first, rows } from '../../db/sql.js';
import { AppError } from '../../http/app-error.js';
import { shown } from '../access-report/report-classes.js';
import type { ContactAccessDto } from './access.dto.js';
import { COMPANIES, CONTACT, CREDENTIALS, DELIVERIES, INVITATIONS, SESSIONS } from './access.sql.js';
import {
  type AccessContact,
  accessWarnings,
  type CredentialRow,
  loginIdsOf,
  passwordFacts,
  pinFacts,
} from './access-view.js';
import { type DeliveryRow, toDelivery } from './delivery-rows.js';

@Injectable()
export class AccessQueries {
  constructor(
    private readonly db: DataSource,
    private readonly budgets: BudgetsService,
  ) {}

  /** Throws row.not_found. */
  async ofContact(contactId: string): Promise<ContactAccessDto> {
    const contact = await first<AccessContact>(this.db, CONTACT, [contactId]);
    if (!contact) throw new AppError('row.not_found');
    const of = [contact.identityId];
    const [secrets, invitations, sessions, companies, sent] = await Promise.all([
      rows<CredentialRow>(this.db, CREDENTIALS, of),
      rows<ContactAccessDto['invitations'][number]>(this.db, INVITATIONS, of),
      first<ContactAccessDto['sessions']>(this.db, SESSIONS, of),
      rows<ContactAccessDto['companies'][number]>(this.db, COMPANIES, of),
      rows<DeliveryRow>(this.db, DELIVERIES, [contactId]),
    ]);
    const deliveries = sent.map(toDelivery);
    const locks = contact.identityId ? await this.locks(contact.identityId, secrets) : [];
    const { identityId, customerId, wayIn } = contact;
    const lockedWays = locks.map(({ kind }) => kind);
    const isLocked = shown(wayIn, lockedWays).reason === 'locked';
    return {
      contactId,
      customerId,
      identityId,
      access: isLocked ? 'locked' : contact.access,
      invitation: contact.invitation,
      asked: contact.asked,
      ownReset: contact.ownReset,
      loginIds: loginIdsOf(contact),
      pin: { active: pinFacts(secrets, 'active'), pending: pinFacts(secrets, 'pending') },
      password: passwordFacts(secrets),
      lastSignIn: contact.lastSignInAt && { at: contact.lastSignInAt, method: contact.lastSignInMethod },
      invitations,
      locks,
      sessions: sessions ?? { count: 0, lastSeenAt: null },
      companies,
      deliveries,
      warnings: accessWarnings(contact, { secrets, invitations, deliveries }),
    };
  }

  /** Only what keeps somebody out now: a wait that is not over, or the cap. */
  private async locks(identityId: string, secrets: CredentialRow[]): Promise<ContactAccessDto['locks']> {
    const length = Math.min(8, ...secrets.filter(({ kind }) => kind === 'pin').map((pin) => pin.length ?? 8));
    const rules = { password: BUDGET_RULES.password, pin: pinRule(length) } as const;
    const states = await Promise.all(
      (['password', 'pin'] as const)
        .filter((kind) => secrets.some((one) => one.kind === kind))
        .map(async (kind) => {
          const state = await this.budgets.state(this.db, this.budgets.key({ kind, subject: identityId }), rules[kind]);
          const wait = state ? Math.ceil((state.nextAt.getTime() - Date.now()) / 1000) : 0;
          return (
            state && {
              kind,
              used: state.used,
              isPaused: state.capped,
              waitSeconds: state.capped ? LONGEST_WAIT_SECONDS : Math.max(0, wait),
            }
          );
        }),
    );
    return states.filter((state) => state !== undefined).filter((state) => state.isPaused || state.waitSeconds > 0);
  }
}
