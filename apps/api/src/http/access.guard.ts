import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import {
  ACCESS,
  type Access,
  type AuthenticatedRequest,
  type ContactAccess,
  type StaffAccess,
  type VisitorAccess,
} from './access.js';
import { ActorSources } from './actor-sources.js';
import type { FollowActor, PersonActor, StaffActor, VisitActor } from './actors.js';
import { AppError } from './app-error.js';
import { assertFresh } from './fresh.js';
import { SameSite } from './same-site.js';
import { PERMISSIONS } from './permissions.js';

const READING = new Set(['GET', 'HEAD']);

/** A route takes API keys when its permission can be a scope and it asks for nothing only a person can do. */
const takesKeys = ({ keys, fresh, permission }: StaffAccess): boolean =>
  keys && fresh !== true && permission !== null && PERMISSIONS[permission].key;

/** The one place that lets a request in. What declares nothing is refused (decision 10). */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sources: ActorSources,
    @Inject(SameSite) private readonly sameSite: SameSite,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const access = this.reflector.get<Access | undefined>(ACCESS, context.getHandler());
    if (!access) throw new AppError('access.denied');
    const bearer = request.headers.authorization?.startsWith('Bearer ') ?? false;
    const isElsewhere = access.kind === 'anyone' && access.fromElsewhere;
    if (!bearer && !isElsewhere) this.sameSite.assert(request);
    if (access.kind === 'anyone') request.actor = { kind: 'anyone', id: 'anyone', ip: request.ip };
    else if (access.kind === 'staff') request.actor = await this.staff(request, access);
    else if (access.kind === 'contact') request.actor = await this.contact(request, access);
    else request.actor = await this.visitor(request, access);
    return true;
  }

  private async staff(request: AuthenticatedRequest, access: StaffAccess): Promise<StaffActor> {
    const actor = await this.sources.staff(request);
    if (!actor) throw new AppError('session.required');
    if (actor.kind === 'key' && !takesKeys(access))
      throw new AppError('access.denied', { detail: 'API keys are not accepted here' });
    if (actor.mustEnrol && !access.beforeEnrolment) throw new AppError('second_factor.required');
    if (access.permission && !actor.permissions.has(access.permission))
      throw new AppError('access.denied', { missing: access.permission });
    if (access.fresh && actor.kind === 'staff') assertFresh(actor);
    return actor;
  }

  private async visitor(request: AuthenticatedRequest, { of }: VisitorAccess): Promise<VisitActor | FollowActor> {
    const actor = await (of === 'device' ? this.sources.visit(request) : this.sources.follow(request));
    if (!actor) throw new AppError('session.required');
    return actor;
  }

  private async contact(request: AuthenticatedRequest, access: ContactAccess): Promise<PersonActor> {
    const actor = await this.sources.contact(request);
    if (!actor) throw new AppError('session.required');
    if (actor.view && !READING.has(request.method)) throw new AppError('session.read_only');
    if (actor.mustChange && !access.beforeChange) throw new AppError('session.password_change_required');
    if (!actor.contactId && !access.beforeCompany) throw new AppError('session.company_required');
    if (access.right && !actor.rights.has(access.right)) throw new AppError('access.denied', { missing: access.right });
    return actor;
  }
}
