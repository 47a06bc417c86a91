import { useRef } from 'react';

/** Plain http has no crypto.randomUUID, but every browser has random bytes. */
const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The same content sent again (the answer was lost, the button pressed twice) carries the same key and is done once. */
export const useIdempotencyKey = (): ((content: unknown) => string) => {
  const last = useRef<{ content: string; key: string } | null>(null);
  return (content) => {
    const text = JSON.stringify(content);
    if (last.current?.content !== text) last.current = { content: text, key: newKey() };
    return last.current.key;
  };
};
