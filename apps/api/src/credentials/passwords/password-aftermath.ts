import { Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service.js';
import type { Db } from '../../db/sql.js';
import { AccessGiven } from '../access-requests/access-given.js';
import { AccessState } from '../identities/access-state.js';
import type { Notice } from '../notices/notice-texts.js';
import { NoticesService } from '../notices/notices.service.js';

/** What follows every change of a password: the access state of all companies, and a word to the owner. */
@Injectable()
export class PasswordAftermath {
  constructor(
    private readonly access: AccessState,
    private readonly notices: NoticesService,
    readonly audit: AuditService,
    readonly given: AccessGiven,
  ) {}

  async refresh(tx: Db, identityId: string): Promise<void> {
    await this.access.refreshPerson(tx, identityId);
  }

  async tell(tx: Db, identityId: string, notice: Notice): Promise<void> {
    await this.access.refreshPerson(tx, identityId);
    await this.notices.send(tx, identityId, notice);
  }
}
