import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { type Db, first, rows, transaction } from '../../db/sql.js';
import type { ContactActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import { DONE, type Done } from '../../http/schemas.js';
import { emailKey } from '../../text/email.js';
import { AccessRequestsService } from '../access-requests/access-requests.service.js';
import { MAY_BE_INVITED, WAITS_FOR } from '../access-requests/asked-sql.js';
import { type ColleagueDto, InviteColleague } from '../colleagues/colleague.dto.js';
import { ColleagueInvites } from '../colleagues/colleague-invites.service.js';
import { ColleaguesQueries } from '../colleagues/colleagues.queries.js';
import type { ColleagueRequestDto, InviteAsker } from './colleague-requests.dto.js';

/** Where the contact left the company meanwhile, or can be invited no longer, it is nothing for the company any more; what staff asked about is. */
const FOUND = `
  FROM access_requests r LEFT JOIN contacts c ON c.id = r.contact_id AND c.customer_id = r.asked_customer_id
 WHERE ${WAITS_FOR} AND CASE WHEN c.id IS NULL THEN r.asked_by_name IS NOT NULL ELSE ${MAY_BE_INVITED} END`;

/** One of two at once: staff and contacts answer the same row. */
const ANSWER = `
  UPDATE access_requests r SET answer = $3, answered_at = now(), answered_by_contact_id = $4, done_at = CASE WHEN $3 = 'invited' THEN now() END
   WHERE r.id = $2 AND ${WAITS_FOR} RETURNING r.contact_id AS "contactId", r.kind AS asked`;

interface Row {
  id: string;
  firstName: string | null;
  lastName: string | null;
  typedName: string | null;
  login: string;
  /** On file. */
  email: string | null;
  isOnFile: boolean;
  at: Date;
}

const PICKED = `
  SELECT r.id, c.first_name AS "firstName", c.last_name AS "lastName", r.typed ->> 'name' AS "typedName", coalesce(r.typed ->> 'login', '') AS login, c.email,
         c.id IS NOT NULL AS "isOnFile", r.last_at AS at ${FOUND}`;

interface Invitation {
  requestId: string;
  id: string;
  body: InviteAsker;
}

/** Contacts decide about people who ask for access and belong to their company (C10). Every look carries the company. */
@Injectable()
export class ColleagueRequests {
  constructor(
    private readonly db: DataSource,
    private readonly queries: ColleaguesQueries,
    private readonly invites: ColleagueInvites,
    private readonly requests: AccessRequestsService,
    private readonly audit: AuditService,
  ) {}

  async list({ customerId }: ContactActor): Promise<{ items: ColleagueRequestDto[] }> {
    const found = await rows<Row>(this.db, `${PICKED} ORDER BY r.id DESC LIMIT 50`, [customerId]);
    return { items: found.map(toRequest) };
  }

  /** What refuses an invitation leaves the request open. */
  invite({ requestId, id, body }: Invitation, person: ContactActor): Promise<ColleagueDto> {
    const claim = async (tx: EntityManager): Promise<InviteColleague> => {
      const asked = await this.one(tx, requestId, person);
      await this.answer(tx, { requestId, answer: 'invited' }, person);
      const whom = asked.isOnFile ? { ...body, ...onFile(asked) } : body;
      const { data, error } = InviteColleague.safeParse(whom);
      if (!data) throw new AppError('request.invalid_body', { errors: missing(error.issues) });
      return data;
    };
    return this.invites.inviteAs(id, claim, person);
  }

  /** Never silently closed: staff read who declined, and decide. */
  decline(requestId: string, person: ContactActor): Promise<Done> {
    return transaction(this.db, async (tx) => {
      await this.queries.own(tx, person);
      await this.one(tx, requestId, person);
      await this.answer(tx, { requestId, answer: 'declined' }, person);
      return DONE;
    });
  }

  private async one(tx: Db, requestId: string, { customerId }: ContactActor): Promise<Row> {
    const asked = await first<Row>(tx, `${PICKED} AND r.id = $2`, [customerId, requestId]);
    if (!asked) throw new AppError('row.not_found');
    return asked;
  }

  private async answer(
    tx: Db,
    { requestId, answer }: { requestId: string; answer: 'invited' | 'declined' },
    { customerId, contactId, ...person }: ContactActor,
  ): Promise<void> {
    const card = await first<object>(tx, ANSWER, [customerId, requestId, answer, contactId]);
    if (!card) throw new AppError('access_request.closed');
    const action = answer === 'invited' ? 'access_request.done' : 'access_request.declined';
    const facts = { ...card, customerId, subjectId: requestId };
    await this.audit.record(tx, { ...person, customerId, contactId }, action, facts);
    await this.requests.tell(tx, requestId);
  }
}

/** Only to find the contact by: nothing of it is written (INV-1). */
const onFile = ({ firstName, lastName, email }: Row) => ({
  firstName: firstName ?? '–',
  lastName: lastName ?? '–',
  email: email ?? '',
});

const missing = (issues: readonly { path: PropertyKey[]; message: string }[]) =>
  issues.map(({ path, message }) => ({ pointer: `/${path.join('/')}`, code: 'invalid', detail: message }));

function toRequest({ id, login, at, isOnFile, typedName, ...row }: Row): ColleagueRequestDto {
  const [typedFirst = '', ...rest] = isOnFile ? [] : (typedName ?? '').trim().split(/\s+/u);
  return {
    id,
    firstName: row.firstName ?? typedFirst,
    lastName: row.lastName ?? rest.join(' '),
    login,
    email: emailKey(login) ? login.trim() : null,
    isOnFile,
    at,
  };
}
