import { Injectable } from '@nestjs/common';
import { type PasswordRule, STAFF_MINIMUM } from '../passwords/password-rules.js';
import { SettingsService } from '../settings/settings.service.js';

/** The rule for a staff password: length, and what everybody knows of the person and the company (D22). */
@Injectable()
export class StaffPasswordRule {
  constructor(private readonly settings: SettingsService) {}

  async for(email: string): Promise<PasswordRule> {
    const { company } = await this.settings.read();
    return { minimum: STAFF_MINIMUM, own: [company.name, company.contact.phone, email] };
  }
}
