import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Contact } from '../../contacts/contact.entity.js';
import { Case } from '../case.entity.js';

/** A colleague who is told about a case besides its reporter. Both keys carry the customer: nobody follows a case of another one. */
@Entity('case_followers')
@ForeignKey(() => Case, ['customerId', 'caseId'], ['customerId', 'id'], { onDelete: 'CASCADE' })
@ForeignKey(() => Contact, ['customerId', 'contactId'], ['customerId', 'id'], { onDelete: 'CASCADE' })
@Index(['contactId'])
export class CaseFollower {
  @PrimaryColumn('uuid')
  caseId: string;

  @PrimaryColumn('uuid')
  contactId: string;

  @Column('uuid')
  customerId: string;

  @Column('text')
  addedByName: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}
