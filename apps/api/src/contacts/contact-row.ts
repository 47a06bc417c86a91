import type { StaffActor } from '../http/actors.js';
import type { ContactAction, ContactDto } from './contact.dto.js';

type Password = NonNullable<ContactDto['password']>;
type Delivery = NonNullable<ContactDto['lastDelivery']>;

/** A row of CONTACT_ROW. */
export interface ContactRow extends Omit<ContactDto, 'password' | 'lastDelivery' | 'reach' | 'allowedActions'> {
  isReadable: boolean;
  password: (Omit<Password, 'setAt' | 'pending'> & { setAt: string }) | null;
  passwordPending: boolean;
  deliveryId: string | null;
  deliveryState: Delivery['state'];
  deliveryAt: Date;
  deliveryError: string | null;
  nameKey: string;
  createdText: string;
}

/** What makes sense for the state of the row, and what the caller may do: the screens ask no other rule. */
function allowedActions(row: ContactRow, staff: StaffActor): ContactAction[] {
  const may = staff.permissions;
  const isOpen = row.status === 'active' && row.isPortalUser && row.customer.status === 'active';
  const hasPhone = row.loginIds.some(({ kind }) => kind === 'phone');
  const rules: [ContactAction, boolean][] = [
    ['edit', may.has('contact:write')],
    ['send_credentials', may.has('credential:send') && isOpen && row.loginIds.length > 0],
    ['issue_pin', may.has('credential:set') && isOpen && hasPhone],
    ['set_password', may.has('credential:set') && isOpen && row.loginIds.length > 0],
    ['reveal_pin', may.has('pin:reveal') && row.isReadable],
    ['lift_lock', may.has('lock:lift') && row.access === 'locked'],
    ['deactivate', may.has('contact:write') && row.status === 'active'],
    ['reactivate', may.has('contact:write') && row.status === 'inactive'],
    ['merge', may.has('contact:write')],
    ['move', may.has('contact:write')],
    ['delete', may.has('contact:write')],
  ];
  return rules.filter(([, allowed]) => allowed).map(([action]) => action);
}

function reach(row: ContactRow): ContactDto['reach'] {
  const ways: ContactDto['reach'] = row.email ? ['email'] : [];
  if (row.phones.some(({ type }) => type === 'mobile')) ways.push('sms');
  if (row.phones.length > 0) ways.push('phone');
  return ways;
}

export function toContact(row: ContactRow, staff: StaffActor): ContactDto {
  const { isReadable: _, password, passwordPending, deliveryId, deliveryState, deliveryAt, deliveryError, nameKey: _key, createdText: _text, ...plain } = row;
  return {
    ...plain,
    password: password && { ...password, setAt: new Date(password.setAt), pending: passwordPending },
    lastDelivery: deliveryId === null ? null : { notificationId: deliveryId, state: deliveryState, at: deliveryAt, error: deliveryError },
    reach: reach(row),
    allowedActions: allowedActions(row, staff),
  };
}
