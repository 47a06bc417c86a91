import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { FollowActor, PersonActor, StaffActor, VisitActor } from './actors.js';

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
  private readonly visitSources: Source<VisitActor>[] = [];
  private readonly followSources: Source<FollowActor>[] = [];

  addStaff(source: Source<StaffActor>): void {
    this.staffSources.push(source);
  }

  addContact(source: Source<PersonActor>): void {
    this.contactSources.push(source);
  }

  addVisit(source: Source<VisitActor>): void {
    this.visitSources.push(source);
  }

  addFollow(source: Source<FollowActor>): void {
    this.followSources.push(source);
  }

  staff(request: FastifyRequest, look: Look = {}): Promise<StaffActor | undefined> {
    return firstOf(this.staffSources, request, look);
  }

  contact(request: FastifyRequest, look: Look = {}): Promise<PersonActor | undefined> {
    return firstOf(this.contactSources, request, look);
  }

  visit(request: FastifyRequest, look: Look = {}): Promise<VisitActor | undefined> {
    return firstOf(this.visitSources, request, look);
  }

  follow(request: FastifyRequest, look: Look = {}): Promise<FollowActor | undefined> {
    return firstOf(this.followSources, request, look);
  }
}

async function firstOf<T>(sources: Source<T>[], request: FastifyRequest, look: Look): Promise<T | undefined> {
  for (const source of sources) {
    const actor = await source(request, look);
    if (actor) return actor;
  }
  return undefined;
}
