import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/config.js';
import type { Settings, SettingsDto } from '../../settings/settings.dto.js';
import { SettingsService } from '../../settings/settings.service.js';
import { smtpOptions, type SmtpOptions } from '../delivery/smtp-options.js';
import { MailProfilesService } from './mail-profiles.service.js';

/** One way out: a mail server, and what stands in From. */
export interface Sender {
  /** Changes with everything that makes a connection another one. */
  key: string;
  /** Null: the one of the settings. */
  id: string | null;
  name: string;
  isDefault: boolean;
  groups: readonly string[];
  mail: Settings['mail'];
  options: SmtpOptions;
}

/** Every sender that is set up: the one of the settings (or SMTP_URL) first, then the further ones in their order. */
@Injectable()
export class Senders {
  constructor(
    private readonly settings: SettingsService,
    private readonly profiles: MailProfilesService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async hasAny(settings: SettingsDto): Promise<boolean> {
    return settings.mail.host !== '' || this.config.smtpUrl !== undefined || this.profiles.hasAny();
  }

  async all(settings: SettingsDto): Promise<Sender[]> {
    const [usual, further] = await Promise.all([this.usual(settings), this.further(settings)]);
    return usual ? [usual, ...further] : further;
  }

  private async usual({ mail, version }: SettingsDto): Promise<Sender | undefined> {
    const options = smtpOptions(mail, await this.settings.smtpPassword(), this.config);
    return options && { key: `settings-${version}`, id: null, name: '', isDefault: true, groups: [], mail, options };
  }

  /** What a further one leaves open is as the settings say. */
  private async further({ mail: usual, version: outer }: SettingsDto): Promise<Sender[]> {
    return (await this.profiles.open()).flatMap(({ id, name, groups, mail, password, version }) => {
      const options = smtpOptions(mail, password, this.config);
      const filled = { ...mail, replyTo: mail.replyTo || usual.replyTo, footer: mail.footer || usual.footer };
      const key = `profile-${id}-${version}-${outer}`;
      return options ? [{ key, id, name, isDefault: false, groups, mail: filled, options }] : [];
    });
  }
}
