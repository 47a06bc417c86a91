import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { first, rows } from '../../../db/sql.js';
import { MINUTE_MS, Sweeps } from '../../../db/sweeps.js';
import { countryOf } from '../../../text/phone.js';
import { MessageKinds } from '../../message-kinds.js';
import { SmsStopsService } from './sms-stops.service.js';

/** So many numbers that differ in the last two digits only, within an hour: nobody's customers ask like that (D9). */
const NEIGHBOURS = 5;
const LAST_DIGITS = 2;
/** Of so many SMS in a day, fewer than this share led to anything. */
const ENOUGH = 20;
const LEAST_SHARE = 0.2;
/** What was sent a moment ago may still be used. */
const STILL_OPEN = '15 minutes';
/** Looked at for each kind; the newest say enough. */
const AT_MOST = 1_000;

/** SMS that people asked for and that were handed over, newest first, of one kind $1; a country's count begins where staff lifted its last stop. */
const asked = (columns: string): string => `
  SELECT ${columns} FROM (SELECT * FROM notifications WHERE kind = $1 AND channel = 'sms' AND created_at > now() - interval '1 day'
    ORDER BY id DESC LIMIT ${AT_MOST}) n WHERE n.sms_parts IS NOT NULL`;

const NEAR = `${asked('n.to_address AS "to"')} AND n.created_at > now() - interval '1 hour' AND n.to_address LIKE $2 || '__'
   AND n.created_at > coalesce((SELECT max(lifted_at) FROM sms_stops WHERE country = $3), '-infinity')`;

const isUsable = (isUsed: string): string =>
  `${asked(`n.to_address AS "to", n.created_at AS at, ${isUsed} AS "isUsed"`)} AND n.created_at < now() - interval '${STILL_OPEN}'`;

interface Sent {
  to: string;
  at: Date;
  isUsed: boolean;
}

/** Looks for the two marks of SMS that are asked for to be paid for: numbers in a row, and messages that lead to nothing. */
@Injectable()
export class SmsAlarms {
  constructor(
    private readonly db: DataSource,
    private readonly kinds: MessageKinds,
    private readonly stops: SmsStopsService,
    sweeps: Sweeps,
  ) {
    sweeps.add({ name: 'looking at what SMS lead to', pauseMs: 5 * MINUTE_MS, work: () => this.lookForUnused() });
  }

  /** Whether an SMS to this number must stay here. One that somebody asked for may be what gives the alarm. */
  async isStopped({ to, kind }: { to: string; kind: string | null }, country: string): Promise<boolean> {
    if (await this.stops.of(country)) return true;
    if (!this.kinds.asked().some((one) => one.kind === kind)) return false;
    const near = new Set([to]);
    for (const one of this.kinds.asked()) {
      const found = await rows<{ to: string }>(this.db, NEAR, [one.kind, to.slice(0, -LAST_DIGITS), country]);
      for (const sent of found) near.add(sent.to);
    }
    if (near.size < NEIGHBOURS) return false;
    await this.stops.stop({ country, cause: 'neighbours', sent: near.size, used: 0 });
    return true;
  }

  async lookForUnused(): Promise<void> {
    const byCountry = new Map<string, Sent[]>();
    for (const { kind, isUsed } of this.kinds.asked())
      for (const sent of await rows<Sent>(this.db, isUsable(isUsed), [kind])) {
        const country = countryOf(sent.to) ?? '';
        byCountry.set(country, [...(byCountry.get(country) ?? []), sent]);
      }
    for (const [country, sent] of byCountry) await this.judge(country, sent);
  }

  private async judge(country: string, all: readonly Sent[]): Promise<void> {
    const last = await first<{ at: Date | null }>(
      this.db,
      `SELECT max(lifted_at) AS at FROM sms_stops WHERE country = $1`,
      [country],
    );
    const since = last?.at ?? new Date(0);
    const counted = all.filter(({ at }) => at > since);
    const used = counted.filter(({ isUsed }) => isUsed).length;
    if (counted.length < ENOUGH || used >= counted.length * LEAST_SHARE) return;
    await this.stops.stop({ country, cause: 'unused', sent: counted.length, used });
  }
}
