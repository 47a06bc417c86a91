import type { Failure } from '../lib/loadable';
import type { SecretKind } from '../lib/login-id';

export interface SignIn {
  loginId: string;
  secretKind: SecretKind;
  secret: string;
}

/** `refused` says nothing about which part was wrong (AUT-4); `waiting` comes with the time it ends. */
export type SignInState =
  | { status: 'idle' }
  | { status: 'busy' }
  | { status: 'refused' }
  | { status: 'waiting'; until: string }
  | { status: 'failed'; failure: Failure };
