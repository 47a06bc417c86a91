import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * Who did what to what. Append-only: a trigger refuses UPDATE and DELETE (D26), but for erasing a person and for what is older than the
 * company keeps (ADR 20). Holds no secret and no full message.
 */
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

  /** Over what the line says (line-mac.ts). Null only in lines older than the chain that are not sealed yet. */
  @Column('text', { nullable: true })
  mac: string | null;

  /** Over what is left of a line about an erased person; `mac` stays, because the chain holds it. */
  @Column('text', { nullable: true })
  erasedMac: string | null;
}
