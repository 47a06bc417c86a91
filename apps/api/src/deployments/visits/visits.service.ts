import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { first } from '../../db/sql.js';
import type { VisitActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { SessionsService } from '../../sessions/sessions.service.js';
import { SettingsService } from '../../settings/settings.service.js';
import type { VisitDto } from './visit.dto.js';
import { inLanguage, type Language, type LanguageChoice, languagesOf } from './visit-language.js';

interface Row extends Omit<VisitDto, 'device' | 'deployment' | 'language' | 'texts' | 'confirmMail'>, LanguageChoice {
  deviceName: string;
  model: string | null;
  position: string | null;
  hasPhoto: boolean;
  deploymentName: string;
}

@Injectable()
export class VisitsService {
  constructor(
    private readonly db: DataSource,
    private readonly settings: SettingsService,
    private readonly sessions: SessionsService,
  ) {}

  /** What the visitor sees, in the wanted language where the portal offers it. */
  async view(visit: VisitActor, wanted: Language | undefined): Promise<VisitDto> {
    const [row, settings] = await Promise.all([this.row(visit), this.settings.read()]);
    if (!row) throw new AppError('session.required');
    const languages = languagesOf(row, settings.locale.language);
    const { deviceName, model, position, hasPhoto, deploymentName, texts, customerLanguage: _, ...shown } = row;
    return {
      ...shown,
      device: { name: deviceName, model, position, hasPhoto },
      deployment: { name: deploymentName },
      languages,
      ...inLanguage(texts, languages, wanted),
      confirmMail: settings.visits.confirmMail,
    };
  }

  async photo({ deviceId }: VisitActor): Promise<{ type: string; data: Buffer }> {
    const photo = await first<{ type: string; data: Buffer }>(
      this.db,
      `SELECT type, data FROM device_files WHERE device_id = $1 AND kind = 'photo' ORDER BY id LIMIT 1`,
      [deviceId],
    );
    if (!photo) throw new AppError('row.not_found');
    return photo;
  }

  end(visit: VisitActor): Promise<void> {
    return this.sessions.end(visit.id);
  }

  private row({ id, deviceId, deploymentId }: VisitActor): Promise<Row | undefined> {
    return first<Row>(
      this.db,
      `SELECT d.name AS "deviceName", d.model, d.position, e.name AS "deploymentName", s.expires_at AS "expiresAt",
              EXISTS (SELECT 1 FROM device_files f WHERE f.device_id = d.id AND f.kind = 'photo') AS "hasPhoto",
              o.texts, o.languages, u.language AS "customerLanguage", o.ask_name AS "askName", o.ask_email AS "askEmail", o.ask_phone AS "askPhone",
              o.allows_no_reply AS "allowsNoReply", o.takes_photos AS "takesPhotos", o.shows_open_cases AS "showsOpenCases"
         FROM sessions s JOIN devices d ON d.id = $2 JOIN deployments e ON e.id = $3 JOIN customers u ON u.id = e.customer_id
         JOIN deployment_portals o ON o.deployment_id = e.id WHERE s.id = $1`,
      [id, deviceId, deploymentId],
    );
  }
}
