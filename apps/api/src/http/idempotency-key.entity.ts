import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The answer to a create that may be sent again (D12). The owner is part of the key: another's key is no hit. */
@Entity('idempotency_keys')
@Index(['createdAt'])
export class IdempotencyKey {
  @PrimaryColumn('text')
  owner: string;

  @PrimaryColumn('text')
  key: string;

  @Column('text')
  requestHash: string;

  @Column('int', { nullable: true })
  status: number | null;

  @Column('jsonb', { nullable: true })
  body: unknown;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}
