import type { ReactNode } from 'react';
import classes from './facts.module.css';

interface FactsProps {
  label?: string;
  /** In pixels: as many columns as have room for this. */
  columnWidth?: number;
  children: ReactNode;
}

/** What is known of one thing, as a list of names and values. */
export const Facts = ({ label, columnWidth = 150, children }: FactsProps) => (
  <dl
    className={classes.facts}
    aria-label={label}
    style={{ gridTemplateColumns: `repeat(auto-fill, minmax(min(100%, ${columnWidth}px), 1fr))` }}
  >
    {children}
  </dl>
);

const isNothing = (value: ReactNode): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** A dash where nothing is known. */
export const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{isNothing(children) ? '–' : children}</dd>
  </div>
);
