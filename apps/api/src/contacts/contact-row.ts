import type { StaffActor } from '../http/actors.js';
import type { Permission } from '../http/permissions.js';
import type { ContactAction, ContactDto } from './contact.dto.js';

type Password = NonNullable<ContactDto['password']>;
/** Times are text in JSON. */
type Timed<T> = Omit<T, 'at'> & { at: string };
type Delivery = NonNullable<ContactDto['lastDelivery']>;

/** A row of CONTACT_ROW. */
export interface ContactRow extends Omit<
  ContactDto,
  'password' | 'lastDelivery' | 'emailTroubles' | 'phoneTroubles' | 'reach' | 'allowedActions'
> {
  isReadable: boolean;
  password: (Omit<Password, 'setAt'> & { setAt: string }) | null;
  emailTroubles: Timed<ContactDto['emailTroubles'][number]>[];
  phoneTroubles: Timed<ContactDto['phoneTroubles'][number]>[];
  deliveryId: string | null;
  deliveryState: Delivery['state'];
  deliveryAt: Date;
  deliveryError: string | null;
  nameKey: string;
  createdText: string;
}

/** What makes sense for the state of the row, and what the caller may do: the screens ask no other rule. */
function allowedActions(row: ContactRow, staff: StaffActor): ContactAction[] {
  const isActive = row.status === 'active';
  const isOpen = isActive && row.isPortalUser && row.customer.status === 'active';
  const hasLoginId = isOpen && row.loginIds.length > 0;
  const isAsked = row.asked !== null;
  const hasPhone = isOpen && row.loginIds.some(({ kind }) => kind === 'phone');
  const rules: [ContactAction, Permission, boolean][] = [
    ['edit', 'contact:write', true],
    ['send_credentials', 'credential:send', hasLoginId],
    ['issue_pin', 'credential:set', hasPhone && !isAsked],
    ['set_password', 'credential:set', hasLoginId && !isAsked],
    ['reveal_pin', 'pin:reveal', row.isReadable],
    ['lift_lock', 'lock:lift', row.lockedWays.length > 0],
    ['view_as', 'contact:view_as', isOpen && !isAsked && ['invited', 'active', 'locked'].includes(row.access)],
    ['deactivate', 'contact:write', isActive],
    ['reactivate', 'contact:write', !isActive],
    ['merge', 'contact:write', true],
    ['move', 'contact:write', true],
    ['delete', 'contact:write', true],
    ['erase', 'contact:erase', true],
    ['export_person', 'contact:erase', true],
  ];
  return rules.filter(([, permission, fits]) => fits && staff.permissions.has(permission)).map(([action]) => action);
}

function reach(row: ContactRow): ContactDto['reach'] {
  const ways: ContactDto['reach'] = row.email ? ['email'] : [];
  if (row.phones.some(({ type }) => type === 'mobile')) ways.push('sms');
  if (row.phones.length > 0) ways.push('phone');
  return ways;
}

const dated = <T extends { at: string }>(all: readonly T[]) => all.map((one) => ({ ...one, at: new Date(one.at) }));

/** Adds to the row what is not SQL's to say. It is not copied: what the DTO does not name is dropped when it is written out. */
export function toContact(row: ContactRow, staff: StaffActor): ContactDto {
  const { password, deliveryId, deliveryState: state, deliveryAt: at, deliveryError: error } = row;
  return Object.assign(row, {
    password: password && { ...password, setAt: new Date(password.setAt) },
    lastDelivery: deliveryId === null ? null : { notificationId: deliveryId, state, at, error },
    emailTroubles: dated(row.emailTroubles),
    phoneTroubles: dated(row.phoneTroubles),
    reach: reach(row),
    allowedActions: allowedActions(row, staff),
  });
}
