import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { BrokenLine } from '../../audit/chain/chain.dto.js';
import { first, transaction } from '../../db/sql.js';
import { MINUTE_MS, Sweeps } from '../../db/sweeps.js';
import { SettingsService } from '../../settings/settings.service.js';
import { type AlertLanguage, StaffAlerts } from './staff-alerts.js';

const ALERT = {
  kind: 'audit-broken',
  values: ['company'],
  permission: 'audit:read',
  page: '/audit',
  buttons: { en: 'Open the audit', de: 'Protokoll öffnen', sv: 'Öppna loggen' },
} as const;

const TEXTS: Record<AlertLanguage, { subject: string; end: string } & Record<BrokenLine['kind'], string>> = {
  en: {
    subject: 'The audit of {{company}} was changed from outside',
    changed: 'An entry of the audit is not as it was written.',
    removed: 'An entry of the audit is missing.',
    inserted: 'The audit holds an entry that was not written by Latchkey.',
    seals_changed: 'The seals that protect the audit are not as they were written.',
    end: 'Latchkey does not do this by itself: somebody has changed the database. Keep a backup as it is now, look at the place, and talk to whoever runs the database:\n\n{{link}}',
  },
  de: {
    subject: 'Das Protokoll von {{company}} wurde von außen verändert',
    changed: 'Ein Eintrag des Protokolls ist nicht mehr so, wie er geschrieben wurde.',
    removed: 'Ein Eintrag des Protokolls fehlt.',
    inserted: 'Im Protokoll steht ein Eintrag, den Latchkey nicht geschrieben hat.',
    seals_changed: 'Die Siegel, die das Protokoll schützen, sind nicht mehr so, wie sie geschrieben wurden.',
    end: 'Von allein geschieht das nicht: Jemand hat die Datenbank verändert. Heben Sie eine Sicherung des jetzigen Standes auf, sehen Sie sich die Stelle an, und sprechen Sie mit denen, die die Datenbank betreiben:\n\n{{link}}',
  },
  sv: {
    subject: 'Loggen för {{company}} har ändrats utifrån',
    changed: 'En rad i loggen är inte som den skrevs.',
    removed: 'En rad i loggen saknas.',
    inserted: 'I loggen finns en rad som Latchkey inte har skrivit.',
    seals_changed: 'Sigillen som skyddar loggen är inte som de skrevs.',
    end: 'Det händer inte av sig självt: någon har ändrat databasen. Spara en säkerhetskopia av läget nu, titta på stället och prata med dem som sköter databasen:\n\n{{link}}',
  },
};

/** Of several processes one finds it. A chain that stands again forgets, so that the next break is told. */
const NEWS = `
  UPDATE audit_chain SET told_broken = broken WHERE id = 1 AND told_broken IS DISTINCT FROM broken RETURNING broken`;

/** Tells those who may read the audit, once, that its chain is broken (D26). */
@Injectable()
export class BrokenAuditAlert implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly alerts: StaffAlerts,
    private readonly settings: SettingsService,
    sweeps: Sweeps,
  ) {
    sweeps.add({ name: 'telling of a broken audit', pauseMs: MINUTE_MS, work: () => this.tellOnce() });
  }

  onModuleInit(): void {
    this.alerts.register(ALERT);
  }

  async tellOnce(): Promise<void> {
    await transaction(this.db, async (tx) => {
      const news = await first<{ broken: BrokenLine | null }>(tx, NEWS);
      if (!news?.broken) return;
      const { kind } = news.broken;
      const settings = await this.settings.read(tx);
      const write = (language: AlertLanguage) => {
        const { subject, end, [kind]: what } = TEXTS[language];
        return { subject, body: `${what} ${end}`, values: { company: settings.company.name } };
      };
      await this.alerts.tell(tx, ALERT, { settings, write });
    });
  }
}
