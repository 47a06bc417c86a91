import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Identity } from '../identity.entity.js';

/** A number that a person has proven to hold, with a code by SMS (D9). It counts while it stays on file with one of the person's contacts. */
@Entity('verified_phones')
export class VerifiedPhone {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Identity, { onDelete: 'CASCADE' })
  identityId: string;

  @PrimaryColumn('text')
  e164: string;

  @Column('timestamptz', { default: () => 'now()' })
  verifiedAt: Date;
}

/** The newest code asked for to prove a number. The code itself is derived from this row and stands nowhere (MSG-6). */
@Entity('phone_codes')
@Unique(['id'])
export class PhoneCode {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Identity, { onDelete: 'CASCADE' })
  identityId: string;

  @PrimaryColumn('text')
  e164: string;

  /** Also of the SMS that carries it: another one for each that is asked for. */
  @Column('uuid')
  id: string;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('smallint', { default: 0 })
  tries: number;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;
}
