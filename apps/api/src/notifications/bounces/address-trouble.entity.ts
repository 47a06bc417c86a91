import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * The newest thing that went wrong with one e-mail address or phone number: mail came back for good, an SMS was reported lost, or its
 * owner reported it as unwanted.
 * It belongs to the address, not to a person: whoever gets another address is free of it, whoever gets this one is warned.
 */
@Entity('address_troubles')
@Check('ck_address_troubles_kind', `kind in ('bounced', 'complained')`)
export class AddressTrouble {
  /** As emailKey makes it, or E.164. */
  @PrimaryColumn('text')
  addressKey: string;

  @Column('text')
  kind: 'bounced' | 'complained';

  /** The words of the server that sent it back, or of the SMS provider. */
  @Column('text')
  detail: string;

  @Column('timestamptz', { default: () => 'now()' })
  @Index()
  at: Date;

  /** The message it was about, while it is known. */
  @Column('uuid', { nullable: true })
  notificationId: string | null;
}
