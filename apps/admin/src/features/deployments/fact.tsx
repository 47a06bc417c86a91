import type { ReactNode } from 'react';

const isNothing = (value: ReactNode): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** One line of a <dl>. */
export const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{isNothing(children) ? '–' : children}</dd>
  </div>
);
