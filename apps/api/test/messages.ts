import { newId } from '../src/db/id.js';
import { rows } from '../src/db/sql.js';
import { type Filled, MessageKinds } from '../src/notifications/message-kinds.js';
import { type Draft, NotificationsService } from '../src/notifications/notifications.service.js';
import type { TestApp } from './app.js';
import type { Mailbox } from './mailbox.js';

/** A secret that must be found nowhere but in the receiver's copy. */
export const CANARY = 'canary-7f3a9c';

/** A kind of message like those of the features: a name, a secret, a button. What it gives can be changed by a test. */
export function registerTestKind(
  test: Pick<TestApp, 'app'>,
  kind = 'test-kind',
  give: () => Filled | { cancelled: string } = testValues,
): void {
  test.app.get(MessageKinds).register({ kind, placeholders: ['name', 'secret'], fill: async () => give() });
}

export const testValues = (): Filled => ({
  values: { name: 'Eva', secret: CANARY },
  secret: ['secret'],
  button: { label: 'Open', url: `http://localhost:3000/a#t=${CANARY}` },
});

/** Puts one message into the outbox, as a feature would. */
export async function enqueue(test: Pick<TestApp, 'app' | 'db'>, draft: Partial<Draft> = {}): Promise<string> {
  const whole: Draft = {
    kind: 'test-kind',
    to: 'eva@nordic.example',
    language: 'en',
    subject: 'For {{name}}',
    body: 'Dear {{name}},\n\nyour secret is {{secret}}.',
    ...draft,
  };
  return (await test.app.get(NotificationsService).enqueue(test.db, whole, newId())).id;
}

/** Points the settings at this mail server, as the settings page would. */
export async function useMailServer(
  test: Pick<TestApp, 'db'>,
  mailbox: Pick<Mailbox, 'port'> | null,
  more: Record<string, unknown> = {},
): Promise<void> {
  const mail = mailbox
    ? { host: '127.0.0.1', port: mailbox.port, secure: 'none', fromAddress: 'portal@nordic.example', ...more }
    : {};
  await rows(
    test.db,
    `UPDATE settings SET data = jsonb_set(data, '{mail}', $1::jsonb), version = version + 1 WHERE id = 1`,
    [JSON.stringify(mail)],
  );
}

export interface StoredState {
  state: string;
  attempts: number;
  deaths: number;
  lastError: string | null;
  /** From its last event to the next try. */
  waitSeconds: number;
  events: string[];
  details: (string | null)[];
}

/** The row and its timeline as they are now. */
export async function stateOf(test: Pick<TestApp, 'db'>, id: string): Promise<StoredState> {
  const [row] = await rows<StoredState>(
    test.db,
    `SELECT state, attempts, deaths, last_error AS "lastError", extract(epoch FROM next_at - (SELECT max(at) FROM notification_events e WHERE e.notification_id = n.id))::float AS "waitSeconds",
            ARRAY(SELECT event FROM notification_events e WHERE e.notification_id = n.id ORDER BY e.id) AS events,
            ARRAY(SELECT detail FROM notification_events e WHERE e.notification_id = n.id ORDER BY e.id) AS details
       FROM notifications n WHERE id = $1`,
    [id],
  );
  if (!row) throw new Error('No such notification');
  return row;
}

/** Waits up to 15 s for a state, and answers the row. */
export async function reach(
  test: Pick<TestApp, 'db'>,
  id: string,
  wanted: (row: StoredState) => boolean,
): Promise<StoredState> {
  const until = Date.now() + 15_000;
  for (;;) {
    const row = await stateOf(test, id);
    if (wanted(row)) return row;
    if (Date.now() > until) throw new Error(`Still ${JSON.stringify(row)}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
