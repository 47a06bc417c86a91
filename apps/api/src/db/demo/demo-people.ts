import type { INestApplicationContext } from '@nestjs/common';
import { Keys } from '../../config/keys.js';
import type { Contact, ContactPhone } from '../../contacts/contact.entity.js';
import type { AttemptBudget, Credential, Identity, IdentityPhone } from '../../credentials/identity.entity.js';
import type { Customer } from '../../customers/customer.entity.js';
import { PasswordsService } from '../../passwords/passwords.service.js';
import { fold } from '../../text/fold.js';
import { newId } from '../id.js';
import { daysAgo, seeded } from './random.js';
import { ABROAD, PEOPLE } from './story.js';

/** Every demo login shares it; the demo is the only place where a password is known to everybody. */
export const DEMO_PASSWORD = 'open-the-door-2026';
export const DEMO_PIN = '482913';
export const EVA = { email: 'eva.lind@example.com', phone: '+46701234567' };

/** How a contact of the demo stands: every access state there is. */
const STANDS = ['pin', 'password', 'fresh-pin', 'invited', 'expired', 'none', 'suspended', 'locked', 'no-way'] as const;
export type Stand = (typeof STANDS)[number];

/** A contact with a login, and how it stands: what messages and the record of acts are told from. */
export interface PersonStory {
  stand: Stand;
  contactId: string;
  customerId: string;
  identityId: string;
  name: string;
  email: string | null;
  phone: string | null;
  language: string;
  pinId: string | null;
  createdAt: Date;
}

export interface DemoPeople {
  contacts: Partial<Contact>[];
  phones: Partial<ContactPhone>[];
  identities: Partial<Identity>[];
  identityPhones: Partial<IdentityPhone>[];
  credentials: Partial<Credential>[];
  stories: PersonStory[];
  budgets: Partial<AttemptBudget>[];
}

const ACCESS: Record<Stand, Contact['access']> = {
  pin: 'active',
  password: 'active',
  'fresh-pin': 'invited',
  invited: 'invited',
  expired: 'none',
  none: 'none',
  suspended: 'suspended',
  locked: 'active',
  'no-way': 'none',
};

/** The local part of an address: names that are not in Latin letters are written as their owners write them abroad. */
const ascii = (text: string): string =>
  ABROAD[text] ??
  fold(text)
    .replaceAll('ł', 'l')
    .replaceAll('ı', 'i')
    .replace(/[^a-z]/g, '');

interface Login {
  name: string;
  email: string | null;
  phone: string | null;
  language: string;
}

/** A PIN is typed after a phone number: whoever has one has both. */
const HAS_PIN: readonly Stand[] = ['pin', 'fresh-pin', 'suspended', 'locked'];

function reachOf(stand: Stand, names: readonly (string | null)[], index: number) {
  if (stand === 'no-way') return { email: null, phone: null };
  const local = names
    .map((part) => ascii(part ?? ''))
    .filter(Boolean)
    .join('.');
  const hasPhone = HAS_PIN.includes(stand) || index % 4 !== 3;
  const phone = hasPhone ? `+4670${String(1_740_600 + index).padStart(7, '0')}` : null;
  return { email: `${local}${index}@example.com`, phone };
}

class Maker {
  readonly people: DemoPeople = {
    contacts: [],
    phones: [],
    identities: [],
    identityPhones: [],
    credentials: [],
    stories: [],
    budgets: [],
  };
  private readonly random = seeded(7);

  constructor(
    private readonly keys: Keys,
    private readonly passwordHash: string,
  ) {}

  identity({ name, email, phone, language }: Login): string {
    const id = newId();
    this.people.identities.push({
      id,
      displayName: name,
      email,
      emailKey: email,
      language,
      lastSignInAt: null,
      lastSignInMethod: null,
    });
    if (phone) this.people.identityPhones.push({ identityId: id, e164: phone, type: 'mobile' });
    return id;
  }

  eva(customer: Partial<Customer>, identityId: string): void {
    const isFirst = this.people.contacts.length === 0;
    this.add(
      {
        customerId: customer.id,
        identityId,
        firstName: 'Eva',
        lastName: 'Lind',
        email: EVA.email,
        emailKey: EVA.email,
        access: 'active',
      },
      EVA.phone,
    );
    if (!isFirst) return;
    this.signedIn(identityId, 'pin', 2);
    const pinId = this.pin(identityId, DEMO_PIN, true);
    this.password(identityId);
    const { id: contactId = '' } = this.people.contacts[0] ?? {};
    this.tell(
      { stand: 'pin', contactId, identityId, name: 'Eva Lind', pinId, ...EVA },
      { ...customer, language: 'sv' },
    );
  }

  contact(customer: Partial<Customer>, index: number): void {
    const [first = null, last = null] = PEOPLE[index % PEOPLE.length] ?? [];
    const stand: Stand = first ? (STANDS[index % STANDS.length] ?? 'none') : 'no-way';
    const { email, phone } = reachOf(stand, [first, last], index);
    const hasLogin = !['none', 'no-way'].includes(stand);
    const identityId = hasLogin
      ? this.identity({
          name: [first, last].filter(Boolean).join(' '),
          email,
          phone,
          language: customer.language ?? 'en',
        })
      : null;
    const id = this.add(
      {
        customerId: customer.id,
        identityId,
        firstName: first,
        lastName: last,
        email,
        emailKey: email,
        access: ACCESS[stand],
        isPortalUser: stand !== 'suspended',
      },
      phone,
    );
    if (!identityId) return;
    const name = [first, last].filter(Boolean).join(' ');
    const pinId = this.stand(stand, identityId);
    this.tell({ stand, contactId: id, identityId, name, email, phone, pinId }, customer);
  }

  private add(contact: Partial<Contact>, phone: string | null): string {
    const id = newId();
    const name =
      [contact.firstName, contact.lastName].filter(Boolean).join(' ') ||
      (contact.firstName ?? contact.email ?? 'Reception');
    const reception = contact.firstName === null && contact.email === null;
    const named = reception ? { firstName: 'Reception' } : {};
    this.people.contacts.push({
      ...contact,
      ...named,
      id,
      nameKey: fold(name),
      createdAt: daysAgo(370 + this.random() * 150),
    });
    if (phone) this.people.phones.push({ contactId: id, position: 0, e164: phone, type: 'mobile' });
    return id;
  }

  private tell(story: Omit<PersonStory, 'customerId' | 'language' | 'createdAt'>, customer: Partial<Customer>): void {
    const createdAt = this.people.contacts.at(-1)?.createdAt ?? daysAgo(370);
    this.people.stories.push({
      ...story,
      customerId: customer.id ?? '',
      language: customer.language ?? 'en',
      createdAt,
    });
  }

  /** Answers the id of the PIN that can still be read. */
  private stand(stand: Stand, identityId: string): string | null {
    const pin = String(100_000 + Math.floor(this.random() * 900_000));
    if (stand === 'pin' || stand === 'locked' || stand === 'suspended') this.pin(identityId, pin, true);
    if (stand === 'pin' || stand === 'locked') this.signedIn(identityId, 'pin', this.random() * 60);
    if (stand === 'password') {
      this.password(identityId);
      this.signedIn(identityId, 'password', this.random() * 30);
    }
    if (stand === 'locked') {
      const key = this.keys.mac('budget', 'pin', identityId);
      this.people.budgets.push({ key, kind: 'pin', identityId, used: 9, nextAt: new Date(Date.now() + 12 * 60_000) });
    }
    return stand === 'fresh-pin' ? this.pin(identityId, pin, false) : null;
  }

  private signedIn(identityId: string, method: 'pin' | 'password', days: number): void {
    const identity = this.people.identities.find(({ id }) => id === identityId);
    Object.assign(identity ?? {}, { lastSignInAt: daysAgo(days), lastSignInMethod: method });
  }

  private pin(identityId: string, pin: string, isUsed: boolean): string {
    const id = newId();
    const setAt = daysAgo(isUsed ? 90 : 3);
    const open = isUsed ? {} : { sealed: this.keys.seal(pin, `pin:${identityId}`), readableUntil: daysAgo(-27) };
    this.people.credentials.push({
      id,
      identityId,
      kind: 'pin',
      state: 'active',
      hash: this.keys.mac('pin', identityId, pin),
      length: pin.length,
      setBy: 'staff',
      setByName: 'Anna Agent',
      setAt,
      firstUsedAt: isUsed ? daysAgo(80) : null,
      ...open,
    });
    return id;
  }

  private password(identityId: string): void {
    this.people.credentials.push({
      id: newId(),
      identityId,
      kind: 'password',
      state: 'active',
      hash: this.passwordHash,
      setBy: 'contact',
      setAt: daysAgo(40),
      firstUsedAt: daysAgo(40),
    });
  }
}

/** 120 contacts at the given customers: Eva first (three companies, one login), the rest in every state in turn. */
export async function demoPeople(
  app: INestApplicationContext,
  customers: readonly Partial<Customer>[],
): Promise<DemoPeople> {
  const maker = new Maker(app.get(Keys), await app.get(PasswordsService).hash(DEMO_PASSWORD));
  const eva = maker.identity({ ...EVA, name: 'Eva Lind', language: 'sv' });
  for (const customer of customers.slice(0, 3)) maker.eva(customer, eva);
  for (let index = 1; maker.people.contacts.length < 120; index += 1) {
    const customer = customers[index < 10 ? 0 : index % customers.length];
    if (customer && !(index % 40 === 0)) maker.contact(customer, index);
  }
  return maker.people;
}
