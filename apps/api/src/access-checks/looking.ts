import type { Db } from '../db/sql.js';

/** The person a check is about, as all checks need it; what one check alone needs it reads itself. */
export interface CheckSubject {
  contactId: string;
  customerId: string;
  customerName: string;
  identityId: string | null;
  /** The person has a login and was asked to accept this company; when it was refused. */
  isAsked: boolean;
  declinedAt: Date | null;
  /** Whoever is asked receives mail with the login; otherwise SMS. */
  isAskedByEmail: boolean;
  name: string;
  language: string;
  /** Of the contact, for If-Match. */
  version: number;
  isActive: boolean;
  isCustomerActive: boolean;
  isPortalUser: boolean;
  isLoginActive: boolean;
  /** As written on this contact; which contact of the login decides stands in `reset`. */
  mayReset: boolean;
  resetMode: 'link' | 'temporary' | null;
  reset: { contactId: string; customerName: string; allows: boolean; mode: 'link' | 'temporary' | null } | null;
  email: string | null;
  emailKey: string | null;
  loginEmail: string | null;
  loginEmailKey: string | null;
  phones: { e164: string; type: 'mobile' | 'landline' | 'office'; hasExtension: boolean; isVerified: boolean }[];
  loginPhones: string[];
  /** A carrier of their own for SMS. */
  hasCarrier: boolean;
  hasPassword: boolean;
  hasPin: boolean;
  lastSignInAt: Date | null;
  lastSignInMethod: 'password' | 'pin' | 'link' | null;
}

/** One look at one person. What several checks need is read once. */
export class Looking {
  private readonly known = new Map<unknown, Promise<unknown>>();

  constructor(
    readonly db: Db,
    readonly subject: CheckSubject,
  ) {}

  once<T>(load: (looking: Looking) => Promise<T>): Promise<T> {
    const found = this.known.get(load) ?? load(this);
    this.known.set(load, found);
    return found as Promise<T>;
  }
}
