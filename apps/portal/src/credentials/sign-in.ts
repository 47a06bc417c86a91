import type { Failure } from '../lib/failure';
import type { SecretKind } from '../lib/login-id';
import { problemCode, toFailure, waitSeconds } from '../lib/problem';

export interface SignIn {
  loginId: string;
  secretKind: SecretKind;
  secret: string;
}

/** `refused` says nothing about which part was wrong (AUT-4); `waiting` comes with the time it ends. */
export type SignInState =
  | { status: 'idle' }
  /** `isProving`: the browser does some work for it. */
  | { status: 'busy'; isProving?: boolean }
  | { status: 'refused' }
  | { status: 'waiting'; until: string }
  | { status: 'failed'; failure: Failure };

/** Where a try that did not work leaves the page. `at`: when the answer came, in milliseconds. */
export function afterRefusal(error: unknown, at: number): SignInState {
  const seconds = waitSeconds(error);
  if (seconds > 0) return { status: 'waiting', until: new Date(at + seconds * 1000).toISOString() };
  if (problemCode(error) === 'sign_in.failed') return { status: 'refused' };
  return { status: 'failed', failure: toFailure(error, at) };
}
