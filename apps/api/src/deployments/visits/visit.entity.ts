import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Deployment } from '../deployment.entity.js';

/** A browser that once gave the right PIN of a deployment: a budget of its own for as long as that PIN version lives (D4.4). */
@Entity('visit_browsers')
@Unique(['tokenHash', 'deploymentId'])
@Index(['deploymentId'])
@Index(['expiresAt'])
export class VisitBrowser {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  tokenHash: string;

  @Column('uuid')
  @ForeignKey(() => Deployment, { onDelete: 'CASCADE' })
  deploymentId: string;

  @Column('int')
  pinVersion: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz')
  expiresAt: Date;
}
