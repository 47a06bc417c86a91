import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { CONFIG, type Config } from '../../config/config.js';
import { type Db, first, rows, transaction } from '../../db/sql.js';
import { PERMISSIONS } from '../../http/permissions.js';
import { type Filled, MessageKinds, type NotificationFacts } from '../../notifications/message-kinds.js';
import { NotificationsService } from '../../notifications/notifications.service.js';
import { languageOf } from '../../staff/staff.texts.js';
import { WRONG_PINS } from '../portal/portal-texts.js';
import { MOST_WRONG_TRIES } from '../portal/portal-tries.js';
import type { Target } from './visit-lookup.js';
import { TOLD_AT } from './visit-rules.js';

const KIND = 'deployment-wrong-pins';
const MOST_RECEIVERS = 200;
const SYSTEM = { kind: 'system', name: 'visits' } as const;

interface Receiver {
  email: string;
  language: string | null;
}

/** Tells staff when strangers guess at a PIN, once at 20, 50 and 100 for each PIN (D4.3). */
@Injectable()
export class VisitAlerts implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly kinds: MessageKinds,
    private readonly notifications: NotificationsService,
    private readonly audit: AuditService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.kinds.register({
      kind: KIND,
      placeholders: ['tries', 'deployment', 'customer', 'link'],
      fill: (db, facts) => this.fill(db, facts),
    });
  }

  async afterWrongTry({ deploymentId, customerId, pinVersion, toldTries }: Target, counted: number): Promise<void> {
    if (!TOLD_AT.some((tries) => tries > toldTries && tries <= counted)) return;
    await transaction(this.db, async (tx) => {
      for (const tries of await newlyReached(tx, { deploymentId, pinVersion, counted })) {
        await this.tell(tx, { deploymentId, customerId, pinVersion, tries });
        if (tries === MOST_WRONG_TRIES)
          await this.audit.record(tx, SYSTEM, 'deployment_portal.paused', { customerId, deploymentId, pinVersion });
      }
    });
  }

  private async tell(
    tx: Db,
    about: { deploymentId: string; customerId: string; pinVersion: number; tries: number },
  ): Promise<void> {
    const { locale } = (await first<{ locale: 'en' | 'de' | 'sv' | null }>(
      tx,
      `SELECT data -> 'locale' ->> 'language' AS locale FROM settings WHERE id = 1`,
    )) ?? { locale: null };
    for (const { email, language: own } of await receivers(tx, about.deploymentId)) {
      const language = languageOf(own, locale ?? 'en');
      const text = WRONG_PINS[language][about.tries === MOST_WRONG_TRIES ? 'paused' : 'warning'];
      const { customerId, ...data } = about;
      await this.notifications.enqueue(tx, { kind: KIND, to: email, language, ...text, data, customerId });
    }
  }

  private async fill(db: Db, { data, language }: NotificationFacts): Promise<Filled | { cancelled: string }> {
    const row = await first<{ name: string; customer: string; pinVersion: number }>(
      db,
      `SELECT d.name, u.name AS customer, o.pin_version AS "pinVersion" FROM deployments d JOIN customers u ON u.id = d.customer_id
         JOIN deployment_portals o ON o.deployment_id = d.id WHERE d.id = $1`,
      [data.deploymentId],
    );
    if (!row || row.pinVersion !== data.pinVersion) return { cancelled: 'The PIN was changed in the meantime' };
    const url = `${this.config.adminOrigin}/admin/deployments/${String(data.deploymentId)}/portal`;
    return {
      values: { tries: String(data.tries), deployment: row.name, customer: row.customer, link: url },
      secret: [],
      button: { label: WRONG_PINS[languageOf(language, 'en')].button, url },
    };
  }
}

/** Which numbers nobody was told of yet. One statement decides, so that of many tries at once only one tells. */
async function newlyReached(
  tx: Db,
  { deploymentId, pinVersion, counted }: { deploymentId: string; pinVersion: number; counted: number },
): Promise<number[]> {
  const highest = TOLD_AT.findLast((tries) => tries <= counted);
  const told = await first<{ before: number }>(
    tx,
    `UPDATE deployment_portals o SET told_tries = $3 FROM (SELECT told_tries FROM deployment_portals WHERE deployment_id = $1 FOR UPDATE) b
      WHERE o.deployment_id = $1 AND o.pin_version = $2 AND b.told_tries < $3 RETURNING b.told_tries AS before`,
    [deploymentId, pinVersion, highest],
  );
  return told ? TOLD_AT.filter((tries) => tries > told.before && tries <= counted) : [];
}

/** The deployment's assignee and addresses, and everybody who may lift the pause; each address once. */
function receivers(tx: Db, deploymentId: string): Promise<Receiver[]> {
  return rows<Receiver>(
    tx,
    `SELECT DISTINCT ON (lower(x.email)) x.email, x.language FROM (
       SELECT m.email, m.language FROM staff_members m
        WHERE m.status = 'active' AND (m.role = ANY ($2) OR m.id = (SELECT default_assignee_id FROM deployments WHERE id = $1))
       UNION ALL SELECT unnest(notify_emails), NULL FROM deployments WHERE id = $1) x
      ORDER BY lower(x.email), x.language NULLS LAST LIMIT ${MOST_RECEIVERS}`,
    [deploymentId, PERMISSIONS['lock:lift'].roles],
  );
}
