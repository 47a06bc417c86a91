import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Who did what to what. Append-only: a trigger refuses UPDATE and DELETE (D26). Holds no secret and no full message. */
@Entity('audit_events')
@Index(['customerId', 'id'])
@Index(['contactId', 'id'])
@Index(['identityId', 'id'])
@Index(['action', 'id'])
@Index(['actorId', 'id'])
@Index('ix_audit_events_deployment', { synchronize: false })
@Index('ix_audit_events_device', { synchronize: false })
export class AuditEvent {
  @PrimaryColumn('uuid')
  id: string;

  @Column('timestamptz', { default: () => 'now()' })
  at: Date;

  @Column('text')
  action: string;

  @Column('text')
  actorKind: 'staff' | 'key' | 'contact' | 'visitor' | 'system';

  @Column('uuid', { nullable: true })
  actorId: string | null;

  @Column('text', { nullable: true })
  actorName: string | null;

  @Column('uuid', { nullable: true })
  customerId: string | null;

  @Column('uuid', { nullable: true })
  contactId: string | null;

  @Column('uuid', { nullable: true })
  identityId: string | null;

  @Column('uuid', { nullable: true })
  deploymentId: string | null;

  @Column('uuid', { nullable: true })
  deviceId: string | null;

  @Column('uuid', { nullable: true })
  subjectId: string | null;

  @Column('jsonb', { default: {} })
  detail: Record<string, unknown>;

  @Column('text', { nullable: true })
  ip: string | null;
}
