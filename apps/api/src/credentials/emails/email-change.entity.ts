import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Identity } from '../identity.entity.js';

/** The newest address that a person asked to sign in with and has not proven yet (REC-16). Its code is derived from this row and stands nowhere (MSG-6). */
@Entity('email_changes')
@Unique(['id'])
export class EmailChange {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Identity, { onDelete: 'CASCADE' })
  identityId: string;

  /** Also of the message that carries the code: another one for each that is asked for. */
  @Column('uuid')
  id: string;

  /** As typed. */
  @Column('text')
  email: string;

  @Column('text')
  emailKey: string;

  /** Of the login when it was asked for: any change of a secret or login id since then ends it. */
  @Column('int')
  credentialVersion: number;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('smallint', { default: 0 })
  tries: number;
}
