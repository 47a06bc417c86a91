import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Contact } from '../../contacts/contact.entity.js';
import { Identity } from '../identity.entity.js';

/**
 * What became of a request: `asked` waits for the worker; `sent` wrote a message; everything else is why none was.
 * Only staff ever hear it (INV-4).
 */
export const RESET_OUTCOMES = [
  'asked',
  'sent',
  'switched_off',
  'unknown',
  'never_invited',
  'closed',
  'no_password',
  'not_allowed',
  'too_soon',
  'too_many',
] as const;
export type ResetOutcome = (typeof RESET_OUTCOMES)[number];

/**
 * One request for a new password, and, when a message went out, the pending secret of D3. Neither link nor temporary password is stored:
 * both are derived from the id, which is the id of the message. Nothing of the login changes before a new password is set.
 */
@Entity('password_resets')
@Check('ck_password_resets_outcome', `outcome in (${RESET_OUTCOMES.map((one) => `'${one}'`).join(', ')})`)
@Check('ck_password_resets_mode', `mode in ('link', 'temporary')`)
@Check('ck_password_resets_ended_by', `ended_by in ('newer', 'old_password', 'stopped')`)
@Index(['identityId', 'id'])
@Index(['contactId', 'id'])
@Index(['outcome', 'id'])
export class PasswordReset {
  @PrimaryColumn('uuid')
  id: string;

  /** The address that was typed, sealed; forgotten as soon as the request is decided. */
  @Column('bytea', { nullable: true })
  typed: Buffer | null;

  @Column('text', { default: 'asked' })
  outcome: ResetOutcome;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Identity, { onDelete: 'CASCADE' })
  identityId: string | null;

  /** The contact in whose name the person is written to; of somebody never invited, the contact with that address. */
  @Column('uuid', { nullable: true })
  @ForeignKey(() => Contact, { onDelete: 'CASCADE' })
  contactId: string | null;

  @Column('text', { nullable: true })
  mode: 'link' | 'temporary' | null;

  @Column('text', { nullable: true, unique: true })
  tokenHash: string | null;

  @Column('int', { nullable: true })
  credentialVersion: number | null;

  @Column('timestamptz', { nullable: true })
  expiresAt: Date | null;

  /** The same secret by SMS: a message of its own, with a link or password of its own that lives ten minutes (D3). */
  @Column('uuid', { nullable: true, unique: true })
  smsId: string | null;

  @Column('text', { nullable: true, unique: true })
  smsTokenHash: string | null;

  @Column('timestamptz', { nullable: true })
  smsExpiresAt: Date | null;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;

  /** Set when it ended without being used; null while it may still work. */
  @Column('text', { nullable: true })
  endedBy: 'newer' | 'old_password' | 'stopped' | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}
