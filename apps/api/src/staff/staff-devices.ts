import { Injectable } from '@nestjs/common';
import { BUDGET_RULES } from '../budgets/budget-rules.js';
import type { Attempt } from '../budgets/budgets.service.js';
import { Keys, randomToken, sameText } from '../config/keys.js';

const LIFE_MS = 90 * 24 * 3_600_000;

/** Whose browser, and which password it proved (to the microsecond, as text). */
export interface DeviceOwner {
  id: string;
  passwordSetAt: string | null;
}

/**
 * Browsers in which a member of staff signed in before: they have a budget of their own, so that nobody can lock an owner out
 * by guessing at the address (AUT-5). The token signs itself and dies with the password; it opens nothing.
 */
@Injectable()
export class StaffDevices {
  constructor(private readonly keys: Keys) {}

  make(owner: DeviceOwner): { token: string; expires: Date } {
    const expires = new Date(Date.now() + LIFE_MS);
    const open = `${expires.getTime()}.${randomToken(16)}`;
    return { token: `${open}.${this.sign(open, owner)}`, expires };
  }

  /** The budget of this browser; undefined when the member is not known here. */
  attempt(owner: DeviceOwner | undefined, token: string | undefined): Attempt | undefined {
    const id = owner && token ? this.read(token, owner) : undefined;
    return id === undefined ? undefined : { kind: 'staff-device', subject: id, rule: BUDGET_RULES.knownDevice };
  }

  private read(token: string, owner: DeviceOwner): string | undefined {
    const [expires = '', id = '', signature = ''] = token.split('.');
    if (!sameText(signature, this.sign(`${expires}.${id}`, owner))) return undefined;
    return Number(expires) > Date.now() ? id : undefined;
  }

  private sign(open: string, { id, passwordSetAt }: DeviceOwner): string {
    return this.keys.mac('budget', 'staff-device', id, passwordSetAt ?? '', open);
  }
}
