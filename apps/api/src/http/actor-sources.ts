import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { PersonActor, StaffActor } from './actors.js';

type Source<T> = (request: FastifyRequest) => Promise<T | undefined>;

/** Where actors come from. Features to the right (sessions, API keys) register themselves here. */
@Injectable()
export class ActorSources {
  private readonly staffSources: Source<StaffActor>[] = [];
  private readonly contactSources: Source<PersonActor>[] = [];

  addStaff(source: Source<StaffActor>): void {
    this.staffSources.push(source);
  }

  addContact(source: Source<PersonActor>): void {
    this.contactSources.push(source);
  }

  staff(request: FastifyRequest): Promise<StaffActor | undefined> {
    return firstOf(this.staffSources, request);
  }

  contact(request: FastifyRequest): Promise<PersonActor | undefined> {
    return firstOf(this.contactSources, request);
  }
}

async function firstOf<T>(sources: Source<T>[], request: FastifyRequest): Promise<T | undefined> {
  for (const source of sources) {
    const actor = await source(request);
    if (actor) return actor;
  }
  return undefined;
}
