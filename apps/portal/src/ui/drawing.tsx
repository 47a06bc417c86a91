import { classes } from './classes';

/** One stroked path on a ground of 24 by 24. Stands beside a word, never instead of one: hidden from screen readers. */
export function Drawing({ path, className }: { path: string; className?: string | undefined }) {
  return (
    <svg
      viewBox="0 0 24 24"
      className={classes('size-5 shrink-0', className)}
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  );
}
