import { remembered } from '../lib/remembered';

/** A scanned label: the public part of the address and the secret of its fragment; without one the label's code is typed. */
export interface ScannedLabel {
  label: string;
  secret?: string | undefined;
}

export interface FollowLink {
  follow: string;
  secret: string;
}

interface Taken {
  label?: string;
  fragment?: string;
}

/** public/take-address.js took the fragment out of the address bar before this file was loaded. */
const memory = (globalThis as { takenAddress?: Taken }).takenAddress;

function taken(name: 'visit' | 'follow' | 'confirm' | 'stop'): Taken {
  const kept = remembered(name, 'sessionStorage').read();
  try {
    return memory ?? (JSON.parse(kept ?? '{}') as Taken);
  } catch {
    return {};
  }
}

/** The label of this page's address. Null when the address is none of a label. */
export function scannedLabel(): ScannedLabel | null {
  const label = /^\/p\/([\w-]{1,64})\/?$/.exec(window.location.pathname)?.[1];
  if (!label) return null;
  const { label: of, fragment } = taken('visit');
  return { label, secret: of === label ? fragment : undefined };
}

/** The link of this page's address, `/f#<id>.<secret>` or `/f/confirm#<id>.<token>`. Null when it is not whole. */
export function followLink(kind: 'follow' | 'confirm'): FollowLink | null {
  const [follow, secret] = taken(kind).fragment?.split('.') ?? [];
  return follow && secret ? { follow, secret } : null;
}

/** The token of `/f/stop#<token>`. */
export const stopToken = (): string | null => taken('stop').fragment ?? null;

/** Another link opened in the same tab only changes the fragment: the page starts anew with it. */
export function watchAddress(): void {
  window.addEventListener('hashchange', () => window.location.hash && window.location.reload());
}
