import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { PersonActor, StaffActor } from './actors.js';

/** `passive`: only asks whether the session still lives; it does not count as use and keeps no idle session open. */
export interface Look {
  passive?: boolean;
}

type Source<T> = (request: FastifyRequest, look: Look) => Promise<T | undefined>;

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

  staff(request: FastifyRequest, look: Look = {}): Promise<StaffActor | undefined> {
    return firstOf(this.staffSources, request, look);
  }

  contact(request: FastifyRequest, look: Look = {}): Promise<PersonActor | undefined> {
    return firstOf(this.contactSources, request, look);
  }
}

async function firstOf<T>(sources: Source<T>[], request: FastifyRequest, look: Look): Promise<T | undefined> {
  for (const source of sources) {
    const actor = await source(request, look);
    if (actor) return actor;
  }
  return undefined;
}
