import type { TemplateIcon } from '@latchkey/api-client';
import { TEMPLATE_ICON_PATHS } from '@latchkey/case-form';
import { classes } from '../ui/classes';

/** Pictures of a visit, apart from those of the whole portal: its first screen has no room for them. */
const PATHS: Record<TemplateIcon | 'place' | 'send', string> = {
  ...TEMPLATE_ICON_PATHS,
  place: 'M12 21s7-6 7-11a7 7 0 0 0-14 0c0 5 7 11 7 11Zm0-8.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  send: 'M4 12 20 4l-5 16-4-6zm7 2 4-5',
};

/** Beside a word, never instead of one: hidden from screen readers. */
export function VisitIcon({ name, className }: { name: keyof typeof PATHS; className?: string }) {
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
      <path d={PATHS[name]} />
    </svg>
  );
}
