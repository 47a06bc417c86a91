import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ActivityPage } from '../audit/activity.dto.js';
import { Actor, AllowStaff } from '../http/access.js';
import type { StaffActor } from '../http/actors.js';
import { CreateId, Idempotent } from '../http/idempotency.js';
import { IfMatch, NeedsVersion } from '../http/if-match.js';
import { Returns } from '../http/returns.js';
import { Done, IdParams, PageQuery } from '../http/schemas.js';
import {
  ChangeContact,
  ContactDeletion,
  ContactDto,
  ContactPage,
  ContactQuery,
  CreateContact,
  MoveContact,
} from './contact.dto.js';
import { ContactDeletionService } from './departures/contact-deletion.service.js';
import { ContactsQueries } from './contacts.queries.js';
import { ContactsService } from './contacts.service.js';
import { MoveService } from './departures/move.service.js';

@ApiTags('contacts')
@Controller('contacts')
export class ContactsController {
  constructor(
    private readonly contacts: ContactsService,
    private readonly deletions: ContactDeletionService,
    private readonly moves: MoveService,
    private readonly queries: ContactsQueries,
  ) {}

  /** Contacts of all customers or of one, searched and filtered. */
  @Get()
  @AllowStaff('contact:read')
  @Returns(200, ContactPage)
  listContacts(@Query({ schema: ContactQuery }) query: ContactQuery, @Actor() staff: StaffActor) {
    return this.queries.list(query, staff);
  }

  /** Adds a contact. A login that the e-mail or phone belongs to is linked and not changed. */
  @Post()
  @Idempotent()
  @AllowStaff('contact:write')
  @Returns(201, ContactDto)
  createContact(
    @Body({ schema: CreateContact }) body: CreateContact,
    @CreateId() id: string,
    @Actor() staff: StaffActor,
  ) {
    return this.contacts.create(id, body, staff);
  }

  /** One contact. */
  @Get(':id')
  @AllowStaff('contact:read')
  @Returns(200, ContactDto)
  getContact(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.queries.get(id, staff);
  }

  /** Changes what is named; login ids and secrets stay as they are. Another e-mail or phone of somebody with a login asks for the password again. */
  @Patch(':id')
  @NeedsVersion()
  @AllowStaff('contact:write')
  @Returns(200, ContactDto)
  changeContact(
    @Param({ schema: IdParams }) { id }: IdParams,
    @Body({ schema: ChangeContact }) body: ChangeContact,
    @IfMatch() version: number,
    @Actor() staff: StaffActor,
  ) {
    return this.contacts.change({ id, version }, body, staff);
  }

  /** Closes the portal to this contact; open sessions there end at once, secrets stay. */
  @Post(':id/deactivate')
  @AllowStaff('contact:write')
  @Returns(200, ContactDto)
  deactivateContact(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.contacts.setStatus(id, 'inactive', staff);
  }

  /** Opens the portal again, with the secret there was. */
  @Post(':id/reactivate')
  @AllowStaff('contact:write')
  @Returns(200, ContactDto)
  reactivateContact(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.contacts.setStatus(id, 'active', staff);
  }

  /** What deleting this contact would do to their login and cases. */
  @Get(':id/deletion')
  @AllowStaff('contact:write')
  @Returns(200, ContactDeletion)
  previewContactDeletion(@Param({ schema: IdParams }) { id }: IdParams) {
    return this.deletions.previewDeletion(id);
  }

  /** Deletes a contact; a login without another company goes with its secrets, cases keep the reporter's name. */
  @Delete(':id')
  @AllowStaff('contact:write')
  @Returns(200, Done)
  deleteContact(@Param({ schema: IdParams }) { id }: IdParams, @Actor() staff: StaffActor) {
    return this.deletions.remove(id, staff);
  }

  /** Moves a contact to another customer; the login goes along, cases stay with the old customer. */
  @Post(':id/move')
  @AllowStaff('contact:write')
  @Returns(200, ContactDto)
  moveContact(
    @Param({ schema: IdParams }) { id }: IdParams,
    @Body({ schema: MoveContact }) body: MoveContact,
    @Actor() staff: StaffActor,
  ) {
    return this.moves.move(id, body.customerId, staff);
  }

  /** Who did what to this contact, newest first. */
  @Get(':id/activity')
  @AllowStaff('contact:read')
  @Returns(200, ActivityPage)
  listContactActivity(@Param({ schema: IdParams }) { id }: IdParams, @Query({ schema: PageQuery }) query: PageQuery) {
    return this.queries.activity(id, query);
  }
}
