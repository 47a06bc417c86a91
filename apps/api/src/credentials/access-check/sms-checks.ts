import { Injectable } from '@nestjs/common';
import { absent, AccessChecks, type Finding, green } from '../../access-checks/access-checks.js';
import { fixes } from '../../access-checks/fixes.js';
import type { Looking } from '../../access-checks/looking.js';
import { first } from '../../db/sql.js';
import { SmsObstacles } from '../../notifications/sms/sms-obstacles.js';
import { SmsServer } from '../../notifications/sms/sms-server.js';
import { SettingsService } from '../../settings/settings.service.js';
import { accessFacts, mobileSharers } from '../giving/access-facts.js';
import { SMS_IF_NAMED } from '../resets/reset-decision.js';
import { invitationsOf } from './way-in.js';

/** Whether an SMS to this person would leave, where one is their way in. */
@Injectable()
export class SmsChecks {
  constructor(
    checks: AccessChecks,
    private readonly settings: SettingsService,
    private readonly sms: SmsServer,
    private readonly obstacles: SmsObstacles,
  ) {
    checks.register(
      { key: 'mobile_shared', group: 'phone', look: mobileShared },
      { key: 'reset_sms', group: 'secrets', look: (looking) => this.resetSms(looking) },
      { key: 'sms_channel', group: 'delivery', look: (looking) => this.channel(looking) },
    );
  }

  /** Beside the e-mail, to who names a number of their own (S2.18). */
  private async resetSms(looking: Looking): Promise<Finding> {
    const reset = await looking.once(this.resetTo);
    if ('cause' in reset) return absent(reset.cause);
    const held = await this.obstacles.of(looking, reset.to);
    return held ? absent('reset_sms_held') : green('reset_by_sms', { phone: reset.to });
  }

  private async channel(looking: Looking): Promise<Finding> {
    const to = (await invitedAt(looking)) ?? (await looking.once(this.resetTo)).to;
    if (to === undefined) return absent('sms_not_needed');
    return (await this.obstacles.of(looking, to)) ?? green('sms_leaves', { phone: to });
  }

  /** Where a new password would go by SMS, or why it would not. */
  private readonly resetTo = async ({
    db,
    subject,
  }: Looking): Promise<{ to: string } | { to?: undefined; cause: string }> => {
    if (!subject.hasPassword) return { cause: 'reset_needs_password' };
    const { passwordReset } = await this.settings.read(db);
    const isOn = passwordReset.enabled && passwordReset.bySms && subject.reset?.allows === true;
    if (!isOn || (await this.sms.isOff())) return { cause: 'reset_sms_off' };
    const found = await first<{ to: string }>(db, SMS_IF_NAMED, [subject.identityId, subject.contactId]);
    return found ?? { cause: 'reset_no_own_mobile' };
  };
}

/** The number of an invitation by SMS that is not used yet, for who has nothing else. */
async function invitedAt(looking: Looking): Promise<string | undefined> {
  const { hasPassword, hasPin, isAsked } = looking.subject;
  if (hasPassword || hasPin || isAsked) return undefined;
  const [newest] = await looking.once(invitationsOf);
  return newest?.way === 'sms' ? (newest.sentTo ?? undefined) : undefined;
}

/** A number that somebody else has on file too receives no secrets (S2.11). */
async function mobileShared({ db, subject }: Looking): Promise<Finding> {
  const [facts] = await accessFacts(db, [subject.contactId]);
  const mobile = subject.phones.find(({ type, hasExtension }) => type === 'mobile' && !hasExtension);
  if (!facts || !mobile) return absent('no_mobile');
  if (facts.mobile !== null || !facts.hasSharedMobile) return green('mobile_own');
  const others = await mobileSharers(db, subject.contactId);
  const who = others.map(({ name, customer }) => `${name} (${customer})`).join(', ');
  const phone = others[0]?.phone ?? mobile.e164;
  return { state: 'amber', cause: 'mobile_shared', facts: { phone, who }, fix: fixes.editContact(subject) };
}
