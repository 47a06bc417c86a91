/** Joins class names and leaves out what is switched off. */
export const classes = (...names: (string | false | null | undefined)[]): string => names.filter(Boolean).join(' ');

/** A link, or a button that reads like one, with room for a thumb. */
export const TEXT_LINK =
  'inline-flex min-h-11 items-center gap-2 font-semibold text-accent-ink underline underline-offset-4';
