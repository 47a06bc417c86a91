import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor as AnyActor } from './actors.js';
import type { Permission } from './permissions.js';
import type { Right } from './rights.js';

export interface StaffAccess {
  kind: 'staff';
  permission: Permission | null;
  /** The secret must have been proven within 15 minutes (SES-6). A key cannot prove one: it is refused, or it counts by itself ('or_key'). */
  fresh: boolean | 'or_key';
  keys: boolean;
  /** Also while the second step of sign-in must be set up. */
  beforeEnrolment: boolean;
}

export interface ContactAccess {
  kind: 'contact';
  right: Right | null;
  /** Also before a company is chosen. */
  beforeCompany: boolean;
  /** Also while a new password must be set. */
  beforeChange: boolean;
}

/** device: a visit that stands before one device; case: a browser that opened the follow link of one case. */
export interface VisitorAccess {
  kind: 'visitor';
  of: 'device' | 'case';
}

export interface AnyoneAccess {
  kind: 'anyone';
  /** Also where the request comes from elsewhere than our own pages: what it carries in its address is all the proof there is. */
  fromElsewhere: boolean;
}

export type Access = StaffAccess | ContactAccess | VisitorAccess | AnyoneAccess;

export const ACCESS = 'latchkey:access';

/** Staff with this permission, and API keys with this scope where the permission can be a scope. */
export const AllowStaff = (
  permission: Permission | null,
  options: { fresh?: boolean | 'or_key'; keys?: boolean; beforeEnrolment?: boolean } = {},
) =>
  SetMetadata(ACCESS, {
    kind: 'staff',
    permission,
    fresh: options.fresh ?? false,
    keys: options.keys ?? true,
    beforeEnrolment: options.beforeEnrolment ?? false,
  } satisfies StaffAccess);

/** A contact who has chosen a company and has this right there (null: any contact). */
export const AllowContact = (right: Right | null, options: { beforeCompany?: boolean; beforeChange?: boolean } = {}) =>
  SetMetadata(ACCESS, {
    kind: 'contact',
    right,
    beforeCompany: options.beforeCompany ?? false,
    beforeChange: options.beforeChange ?? false,
  } satisfies ContactAccess);

/** Somebody without a login who scanned a label and gave the PIN (device), or who holds a case's follow link (case). */
export const AllowVisitor = (of: 'device' | 'case') =>
  SetMetadata(ACCESS, { kind: 'visitor', of } satisfies VisitorAccess);

/** No session. Everything behind it must be safe for the whole internet. */
export const AllowAnyone = ({ fromElsewhere = false } = {}) =>
  SetMetadata(ACCESS, { kind: 'anyone', fromElsewhere } satisfies AnyoneAccess);

export interface AuthenticatedRequest extends FastifyRequest {
  actor?: AnyActor;
}

/** The actor the guard let in. */
export const Actor = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<AuthenticatedRequest>().actor,
);
