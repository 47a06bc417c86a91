import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Db, rows } from '../../db/sql.js';
import { HOUR_MS, Sweeps } from '../../db/sweeps.js';
import { emailKey } from '../../text/email.js';

export interface Trouble {
  address: string;
  kind: 'bounced' | 'complained';
  detail: string;
  notificationId: string | null;
}

/** Numbers are stored as E.164, which no e-mail address looks like. */
const keyOf = (address: string): string | undefined => (address.startsWith('+') ? address : emailKey(address));

/** Mail comes back within days: what was accepted so long ago and did not come back has arrived. */
const QUIET_DAYS = 5;
/** An address that nothing was sent to in so long a time may belong to anybody by now; the row also holds personal data. */
const KEPT_DAYS = 365;

const SETTLED = `
  DELETE FROM address_troubles t WHERE t.at < now() - interval '${KEPT_DAYS} days' OR (t.kind = 'bounced' AND EXISTS (
    SELECT 1 FROM notifications n WHERE lower(n.to_address) = t.address_key AND n.state = 'accepted'
       AND n.accepted_at > t.at AND n.accepted_at < now() - interval '${QUIET_DAYS} days'))`;

/** Which e-mail addresses and phone numbers messages do not reach. Nothing is held back because of it: staff and checks are told. */
@Injectable()
export class AddressTroubles {
  constructor(
    private readonly db: DataSource,
    sweeps: Sweeps,
  ) {
    sweeps.add({ name: 'forgetting settled addresses', pauseMs: HOUR_MS, work: () => this.forgetSettled() });
  }

  /** The newest trouble of an address takes the place of an older one. */
  async put(tx: Db, { address, kind, detail, notificationId }: Trouble): Promise<void> {
    const key = keyOf(address);
    if (!key) return;
    await rows(
      tx,
      `INSERT INTO address_troubles (address_key, kind, detail, notification_id) VALUES ($1, $2, $3, $4)
       ON CONFLICT (address_key) DO UPDATE SET kind = $2, detail = $3, notification_id = $4, at = now()`,
      [key, kind, detail, notificationId],
    );
  }

  /** Answers the addresses that had one. */
  async clear(tx: Db, addresses: readonly string[], kinds: readonly Trouble['kind'][]): Promise<string[]> {
    const keys = addresses.map(keyOf).filter((key) => key !== undefined);
    const found = await rows<{ addressKey: string }>(
      tx,
      `DELETE FROM address_troubles WHERE address_key = ANY ($1) AND kind = ANY ($2) RETURNING address_key AS "addressKey"`,
      [keys, kinds],
    );
    return found.map(({ addressKey }) => addressKey);
  }

  /** A later message that did not come back shows that the address works. */
  async forgetSettled(): Promise<void> {
    await rows(this.db, SETTLED);
  }
}
