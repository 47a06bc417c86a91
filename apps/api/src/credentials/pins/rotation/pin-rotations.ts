import { Injectable } from '@nestjs/common';
import { type Db, first } from '../../../db/sql.js';
import type { StaffActor } from '../../../http/actors.js';
import { AppError } from '../../../http/app-error.js';
import { DraftsService } from '../../sends/drafts.service.js';
import type { Draft } from '../../sends/message-checks.js';
import { type Recipient, RecipientsQueries } from '../../sends/recipients.queries.js';
import { SendOne } from '../../sends/send-one.js';
import { type SendRotation, stopFor } from '../../sends/send-rules.js';
import type { SendWarning } from '../../sends/sends.dto.js';
import { ROTATION_TEXTS } from './rotation-texts.js';

/** Why somebody gets no new PIN, besides what stands against any message. */
export const ROTATION_REASONS = ['no_pin', 'pin_waiting', 'bounced_before', 'not_allowed'] as const;
export type RotationReason = (typeof ROTATION_REASONS)[number] | SendWarning;

export interface RotatedPin {
  notificationId: string;
  credentialId: string;
}

/** Said before anything about the PIN: nobody of them gets in. */
const CLOSED: readonly (SendWarning | undefined)[] = ['customer_inactive', 'contact_inactive', 'not_portal_user'];

interface Judging {
  draftFor: (recipient: Recipient) => Draft;
  staff: StaffActor;
  /** A new PIN of this run may wait already: it is sent once more. */
  isAgain: boolean;
}

function reasonAgainst(recipient: Recipient, { draftFor, staff, isAgain }: Judging): RotationReason | null {
  const stop = stopFor(draftFor(recipient), recipient, staff);
  if (CLOSED.includes(stop)) return stop ?? null;
  const checks: [boolean, RotationReason][] = [
    [!staff.permissions.has('credential:set'), 'not_allowed'],
    [!recipient.hasPin, 'no_pin'],
    // One that was given a moment ago is not taken away; nor does one person at two companies get two.
    [recipient.hasNextPin && !isAgain, 'pin_waiting'],
    [recipient.email !== null && recipient.hasBounced, 'bounced_before'],
  ];
  return checks.find(([holds]) => holds)?.[1] ?? stop ?? null;
}

/** A new PIN beside the one in use, by e-mail, for people who sign in with a PIN (ADR 28). */
@Injectable()
export class PinRotations {
  constructor(
    private readonly drafts: DraftsService,
    private readonly recipients: RecipientsQueries,
    private readonly one: SendOne,
  ) {}

  /** What stands against a new PIN for each; null: nothing. Unknown contacts are left out. */
  async plan(db: Db, contactIds: readonly string[], staff: StaffActor): Promise<Map<string, RotationReason | null>> {
    const draftFor = await this.drafts.readTexts(ROTATION_TEXTS);
    const found = await this.recipients.find(db, contactIds);
    const judging = { draftFor, staff, isAgain: false };
    return new Map(found.map((one) => [one.contactId, reasonAgainst(one, judging)]));
  }

  /** In the caller's transaction. `isAgain`: the run gave one before. Answers why not, or what was sent. */
  async rotate(
    tx: Db,
    contactId: string,
    { staff, rotation, isAgain }: { staff: StaffActor; rotation: SendRotation; isAgain: boolean },
  ): Promise<RotatedPin | RotationReason> {
    const draftFor = await this.drafts.readTexts(ROTATION_TEXTS);
    // Contact and login are locked before they are judged: of two at once, the second sees the PIN of the first.
    await first(tx, `SELECT 1 FROM contacts WHERE id = $1 FOR UPDATE`, [contactId]);
    const login = `SELECT 1 FROM identities WHERE id = (SELECT identity_id FROM contacts WHERE id = $1) FOR UPDATE`;
    await first(tx, login, [contactId]);
    const [recipient] = await this.recipients.find(tx, [contactId]);
    if (!recipient) throw new AppError('row.not_found');
    const reason = reasonAgainst(recipient, { draftFor, staff, isAgain });
    if (reason) return reason;
    const outcome = await this.one.send(tx, contactId, { draftFor, batchId: rotation.runId, staff, rotation });
    if ('skipped' in outcome) return outcome.skipped;
    const { notificationId } = outcome.sent;
    const made = await first<{ id: string }>(
      tx,
      `SELECT k.id FROM credentials k JOIN contacts c ON c.identity_id = k.identity_id WHERE c.id = $1 AND k.notification_id = $2`,
      [contactId, notificationId],
    );
    return made ? { notificationId, credentialId: made.id } : 'no_pin';
  }
}
