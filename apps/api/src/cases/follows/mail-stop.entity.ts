import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An address that wants no automatic messages, of no case (D10). Kept as a keyed hash only: who stops us leaves no address behind. */
@Entity('mail_stops')
export class MailStop {
  @PrimaryColumn('text')
  addressHash: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}
