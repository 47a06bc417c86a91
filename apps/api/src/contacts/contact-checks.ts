import { Injectable } from '@nestjs/common';
import { absent, AccessChecks, type Finding, green } from '../access-checks/access-checks.js';
import { fixes } from '../access-checks/fixes.js';
import type { Looking } from '../access-checks/looking.js';
import { ContactRightsService } from './rights/contact-rights.service.js';

/** What stands on the contact itself: whether it is open, and what there is to sign in with. */
@Injectable()
export class ContactChecks {
  constructor(
    checks: AccessChecks,
    private readonly rights: ContactRightsService,
  ) {
    checks.register(
      { key: 'contact_active', group: 'person', look: contactActive },
      { key: 'portal_user', group: 'person', look: portalUser },
      { key: 'email_present', group: 'email', look: emailPresent },
      { key: 'phone_present', group: 'phone', look: phonePresent },
      { key: 'phone_sms', group: 'phone', look: phoneTakesSms },
      { key: 'rights', group: 'rights', look: (looking) => this.anyRight(looking) },
    );
  }

  /** Someone who gets in and may do nothing sees an empty portal. */
  private async anyRight({ subject }: Looking): Promise<Finding> {
    const { items, profile } = await this.rights.matrix(subject.contactId);
    const effective = items.filter((item) => item.effective).length;
    if (effective > 0) return green('has_rights', { count: String(effective), profile: profile.name });
    const offered = items.filter((item) => item.profile && item.portal);
    if (offered.some((item) => !item.contact))
      return { state: 'red', cause: 'rights_taken', facts: { profile: profile.name }, fix: fixes.giveRights(subject) };
    // Closed for another reason, which has a check of its own.
    if (offered.length > 0) return absent('rights_not_looked');
    return {
      state: 'amber',
      cause: 'profile_without_rights',
      facts: { profile: profile.name },
      fix: fixes.editProfile(profile.id),
    };
  }
}

const contactActive = ({ subject }: Looking): Finding =>
  subject.isActive
    ? green('contact_active')
    : { state: 'red', cause: 'contact_inactive', blocks: 'all', fix: fixes.reactivateContact(subject) };

const portalUser = ({ subject }: Looking): Finding =>
  subject.isPortalUser
    ? green('portal_user')
    : { state: 'red', cause: 'not_portal_user', blocks: 'all', fix: fixes.makePortalUser(subject) };

function emailPresent({ subject }: Looking): Finding {
  if (subject.email) return green('email_present', { email: subject.email });
  // The login keeps what it was made with: who has one signs in with that, whatever is on file now.
  const hasLoginId = subject.loginEmail !== null || subject.loginPhones.length > 0;
  if (hasLoginId || subject.phones.some(({ hasExtension }) => !hasExtension)) return absent('email_missing');
  return { state: 'red', cause: 'no_login_id', blocks: 'all', fix: fixes.editContact(subject) };
}

function phonePresent({ subject }: Looking): Finding {
  const [usable] = subject.phones.filter(({ hasExtension }) => !hasExtension);
  if (usable) return green('phone_present', { phone: usable.e164 });
  const [extension] = subject.phones;
  if (!extension) return absent('phone_missing');
  return {
    state: 'amber',
    cause: 'phone_extension',
    facts: { phone: extension.e164 },
    fix: fixes.editContact(subject),
  };
}

/** Matters only where a message cannot go by e-mail. */
function phoneTakesSms({ subject }: Looking): Finding {
  const [phone] = subject.phones;
  if (!phone) return absent('phone_missing');
  const mobile = subject.phones.find(({ type, hasExtension }) => type === 'mobile' && !hasExtension);
  if (mobile) return green('phone_mobile', { phone: mobile.e164 });
  if (subject.email) return absent('phone_not_mobile');
  return { state: 'amber', cause: 'phone_no_sms', facts: { phone: phone.e164 }, fix: fixes.editContact(subject) };
}
