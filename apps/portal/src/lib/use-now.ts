import { useEffect, useState } from 'react';

/** The time, renewed at every interval; stops when the component goes. */
export function useNow(intervalInMs: number): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(new Date()), intervalInMs);
    return () => window.clearInterval(timer);
  }, [intervalInMs]);
  return now;
}
