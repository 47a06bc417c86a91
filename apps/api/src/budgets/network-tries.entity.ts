import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Sign-ins of one network that did not work (D6). Key and identifiers are keyed fingerprints: nobody reads an address in them. */
@Entity('network_tries')
export class NetworkTries {
  @PrimaryColumn('text')
  key: string;

  /** In the hour that ends at resetsAt. */
  @Column('int')
  failures: number;

  @Column('timestamptz')
  resetsAt: Date;

  /** Who was meant, each with the second until which it counts; the newest only. */
  @Column('jsonb')
  identifiers: Record<string, number>;
}
