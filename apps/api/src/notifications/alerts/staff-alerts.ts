import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { CONFIG, type Config } from '../../config/config.js';
import { type Db, rows } from '../../db/sql.js';
import { type Permission, permissionsOf, STAFF_ROLES } from '../../http/permissions.js';
import { LANGUAGES } from '../../http/schemas.js';
import type { Settings } from '../../settings/settings.dto.js';
import { MessageKinds } from '../message-kinds.js';
import { NotificationsService } from '../notifications.service.js';

export type AlertLanguage = (typeof LANGUAGES)[number];

const inCatalogue = (own: string | null, company: AlertLanguage): AlertLanguage =>
  LANGUAGES.find((one) => one === own?.slice(0, 2)) ?? company;

/** An e-mail to those staff who can do something about it. Its text may name its values, and {{link}}. */
export interface StaffAlert {
  kind: string;
  values: readonly string[];
  /** Whoever has it is told. */
  permission: Permission;
  /** Where it is mended: a page of the admin app, without its "/admin". */
  page: string;
  /** What the button says that leads there. */
  buttons: Record<AlertLanguage, string>;
}

export interface Told {
  settings: Pick<Settings, 'locale'>;
  identityId?: string;
  write: (language: AlertLanguage) => { subject: string; body: string; values: Record<string, string> };
}

/** Tells staff by e-mail that something needs them. */
@Injectable()
export class StaffAlerts {
  constructor(
    private readonly notifications: NotificationsService,
    private readonly kinds: MessageKinds,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  register({ kind, values: names, buttons }: Omit<StaffAlert, 'page'>): void {
    const placeholders = [...names, 'link'];
    const Data = z.object(Object.fromEntries(placeholders.map((name) => [name, z.string()])));
    this.kinds.register({
      kind,
      placeholders,
      fill: (_db, { data, language }) => {
        const values = Data.parse(data);
        const label = buttons[inCatalogue(language, 'en')];
        return Promise.resolve({ values, secret: [], button: { label, url: String(values.link) } });
      },
    });
  }

  /** The values are written when it is queued: every try of the message carries the same words (R2). */
  async tell(tx: Db, alert: Omit<StaffAlert, 'values' | 'buttons'>, told: Told): Promise<void> {
    const { kind, permission, page } = alert;
    const { settings, identityId, write } = told;
    const link = `${this.config.adminOrigin}/admin${page}`;
    for (const { email, language: own } of await receivers(tx, permission)) {
      const language = inCatalogue(own, settings.locale.language);
      const { values, ...text } = write(language);
      await this.notifications.enqueue(tx, {
        kind,
        to: email,
        language,
        ...text,
        data: { ...values, link },
        identityId: identityId ?? null,
      });
    }
  }
}

const receivers = (tx: Db, permission: Permission) =>
  rows<{ email: string; language: string | null }>(
    tx,
    `SELECT email, language FROM staff_members WHERE status = 'active' AND role = ANY ($1) ORDER BY id`,
    [STAFF_ROLES.filter((role) => permissionsOf(role).has(permission))],
  );
