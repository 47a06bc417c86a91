import { useEffect, useState } from 'react';
import { onAnnouncement } from '../lib/announce';

/** Where `announce()` speaks. The number makes the same sentence heard twice. */
export function LiveRegion() {
  const [said, setSaid] = useState({ text: '', times: 0 });
  useEffect(() => onAnnouncement((text) => setSaid((before) => ({ text, times: before.times + 1 }))), []);
  return (
    <div aria-live="polite" className="sr-only">
      <span key={said.times}>{said.text}</span>
    </div>
  );
}
