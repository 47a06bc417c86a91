import { rows } from '../../../src/db/sql.js';
import type { TestApp } from '../../app.js';
import type { Client } from '../../client.js';
import { RIGHTS } from '../../../src/http/rights.js';
import { aPerson, filled, passwordOf, signIn } from '../../logins.js';
import { newContact } from '../../people.js';
import { type Login, newLogin, type Sent } from './login.js';

let count = 0;

/** The installation under test, and how its people and staff reach it. */
export class World {
  constructor(
    readonly test: TestApp,
    readonly staff: Client,
  ) {}

  readonly aPassword = (): string => `nordisk sommar ${(count += 1)}`;

  readonly anAddress = (): string => `eva.new${(count += 1)}@nordic.example`;

  private readonly leads = new Map<string, Client>();

  /** Somebody at this company who may take access away, signed in. */
  async leadOf(customerId: string): Promise<Client> {
    const known = this.leads.get(customerId);
    if (known) return known;
    const profile = { name: `Leads ${(count += 1)}`, rights: [...RIGHTS] };
    const { id: rightsProfileId } = (await this.staff.post('/rights-profiles', profile)).body;
    await this.change(customerId, { rightsProfileId }, 'customers');
    const email = this.anAddress();
    const { id } = await newContact(this.staff, customerId, { firstName: 'Olle', lastName: 'Berg', email });
    const { client } = await this.signIn(email, await passwordOf(this.staff, id));
    this.leads.set(customerId, client);
    return client;
  }

  /** As staff save a form. */
  async change(id: string, fields: object, what = 'contacts'): Promise<void> {
    const { version } = (await this.staff.get(`/${what}/${id}`)).body;
    const { status } = await this.staff.patch(`/${what}/${id}`, fields, { 'if-match': `"${version}"` });
    if (status !== 200) throw new Error(`${what}: ${status}`);
  }

  /** Somebody whom nobody let in yet. */
  async aLogin(): Promise<Login> {
    return newLogin(await aPerson(this.staff));
  }

  /** The waits of a guesser have tests of their own; here every try is looked at. */
  async forgetTries(): Promise<void> {
    await rows(this.test.db, `DELETE FROM attempt_budgets`);
    await rows(this.test.db, `DELETE FROM network_tries`);
  }

  /** A long run takes longer than a sign-in of staff counts as fresh. */
  async staffProveThemselves(): Promise<void> {
    await rows(this.test.db, `UPDATE sessions SET authenticated_at = now() WHERE kind = 'staff'`);
  }

  signIn(identifier: string, secret: string) {
    return signIn(this.test, identifier, secret);
  }

  async status(identifier: string, secret: string): Promise<number> {
    return (await this.signIn(identifier, secret)).answer.status;
  }

  /** Which of these secrets let in, in this order; trying one may end another. */
  async working(identifier: string, secrets: readonly string[]): Promise<string[]> {
    await this.forgetTries();
    const found: string[] = [];
    for (const secret of secrets) if ((await this.status(identifier, secret)) === 200) found.push(secret);
    await this.forgetTries();
    return found;
  }

  /** Does the link work? Looking changes nothing (REC-5, INV-9). */
  async shows({ kind, secret: token }: Sent): Promise<number> {
    const path = kind === 'reset' ? '/portal/password-reset/view' : '/portal/activation/view';
    return (await this.test.client().post(path, { token })).status;
  }

  use({ kind, secret: token }: Sent, password: string, client = this.test.client()) {
    const path = kind === 'reset' ? '/portal/password-reset/finish' : '/portal/activation/accept';
    return client.post(path, { token, password });
  }

  enterCode(identifier: string, code: string) {
    return this.test.client().post('/portal/activation/code', { identifier, code });
  }

  /** The messages of a kind to one receiver, newest first. */
  async messages(kind: string, to: string): Promise<string[]> {
    const found = await rows<{ id: string }>(
      this.test.db,
      `SELECT id FROM notifications WHERE kind = $1 AND to_address = $2 ORDER BY id DESC`,
      [kind, to],
    );
    return found.map(({ id }) => id);
  }

  /** What a message holds, as its receiver reads it. */
  async read(messageId: string): Promise<Record<string, string>> {
    const values = await this.readOrNothing(messageId);
    if (!values) throw new Error(`${messageId} is not sent any more`);
    return values;
  }

  /** Undefined when what it was to carry is over. */
  async readOrNothing(messageId: string): Promise<Record<string, string> | undefined> {
    const message = await filled(this.test, messageId);
    return 'cancelled' in message ? undefined : message.values;
  }

  async setMode(mode: 'link' | 'temporary'): Promise<void> {
    await rows(
      this.test.db,
      `UPDATE settings SET data = data || jsonb_build_object('passwordReset', jsonb_build_object('mode', $1::text))`,
      [mode],
    );
  }

  /** Lets the time pass that the next message to this contact needs. */
  async aDayPasses(contactId: string): Promise<void> {
    await rows(
      this.test.db,
      `UPDATE notifications SET created_at = created_at - interval '25 hours' WHERE contact_id = $1`,
      [contactId],
    );
  }
}
