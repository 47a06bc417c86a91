/** All texts of this language. */
export const catalogue: Record<string, Record<string, unknown>> = import.meta.glob('./*.json', {
  eager: true,
  import: 'default',
});
