import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Db, first, rows } from '../../db/sql.js';
import type { StaffActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { type Filled, MessageKinds, type NotificationFacts } from '../../notifications/message-kinds.js';
import { NotificationsService } from '../../notifications/notifications.service.js';
import { SettingsService } from '../../settings/settings.service.js';
import { languageOf } from '../../staff/staff.texts.js';
import { PIN_CHANGED } from './portal-texts.js';
import type { PortalRow } from './portal-row.js';

const KIND = 'deployment-pin-changed';

interface Told {
  id: string;
  email: string;
  language: string | null;
}

/** Tells chosen contacts that the PIN of their deployment changes. The PIN itself never goes by mail: it is asked for by phone or in person. */
@Injectable()
export class PinNotices implements OnModuleInit {
  constructor(
    private readonly kinds: MessageKinds,
    private readonly notifications: NotificationsService,
    private readonly settings: SettingsService,
  ) {}

  onModuleInit(): void {
    this.kinds.register({
      kind: KIND,
      placeholders: ['company', 'company_contact', 'deployment', 'until'],
      fill: (db, facts) => this.fill(db, facts),
    });
  }

  /** Only active contacts of the deployment's customer with an e-mail address on file (INV-5). Answers how many. */
  async send(
    tx: Db,
    portal: PortalRow,
    { contactIds, pinVersion, staff }: { contactIds: string[]; pinVersion: number; staff: StaffActor },
  ): Promise<number> {
    const wanted = [...new Set(contactIds)];
    if (wanted.length === 0) return 0;
    const told = await rows<Told>(
      tx,
      `SELECT c.id, c.email, coalesce(c.language, u.language) AS language FROM contacts c JOIN customers u ON u.id = c.customer_id
        WHERE c.id = ANY ($1) AND c.customer_id = $2 AND c.status = 'active' AND c.email IS NOT NULL ORDER BY c.id`,
      [wanted, portal.customerId],
    );
    if (told.length < wanted.length) throw notAll();
    const { locale } = await this.settings.read(tx);
    const { oldPinUntil } = (await untilOf(tx, portal.deploymentId, pinVersion)) ?? { oldPinUntil: null };
    for (const { id, email, language: own } of told) {
      const language = languageOf(own, locale.language);
      await this.notifications.enqueue(tx, {
        kind: KIND,
        to: email,
        language,
        ...PIN_CHANGED[language][oldPinUntil ? 'grace' : 'atOnce'],
        data: { deploymentId: portal.deploymentId, pinVersion },
        customerId: portal.customerId,
        contactId: id,
        createdBy: { id: staff.staffId, name: staff.name },
      });
    }
    return told.length;
  }

  private async fill(db: Db, { data, language }: NotificationFacts): Promise<Filled | { cancelled: string }> {
    const portal = await untilOf(db, String(data.deploymentId), Number(data.pinVersion));
    if (!portal) return { cancelled: 'The PIN was changed again' };
    const { company } = await this.settings.read(db);
    const until = portal.oldPinUntil
      ? new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: portal.timeZone }).format(portal.oldPinUntil)
      : '';
    const ways = [company.contact.phone, company.contact.email].filter(Boolean).join(', ');
    return {
      values: { company: company.name, company_contact: ways, deployment: portal.name, until },
      secret: [],
    };
  }
}

const notAll = (): AppError =>
  new AppError('request.invalid_body', {
    errors: [
      {
        pointer: '/notifyContactIds',
        code: 'unknown',
        detail: 'Only active contacts of this customer with an e-mail address can be told',
      },
    ],
  });

/** Undefined when the PIN of this version is not the one in use any more. */
function untilOf(
  db: Db,
  deploymentId: string,
  pinVersion: number,
): Promise<{ name: string; timeZone: string; oldPinUntil: Date | null } | undefined> {
  return first(
    db,
    `SELECT d.name, d.time_zone AS "timeZone", o.old_pin_until AS "oldPinUntil"
       FROM deployment_portals o JOIN deployments d ON d.id = o.deployment_id WHERE o.deployment_id = $1 AND o.pin_version = $2`,
    [deploymentId, pinVersion],
  );
}
