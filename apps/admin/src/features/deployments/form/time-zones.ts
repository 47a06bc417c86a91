/** IANA names; one that is stored but unknown to this browser stays choosable. */
export const timeZoneOptions = (stored: string): string[] => {
  const known = Intl.supportedValuesOf('timeZone');
  return stored === '' || known.includes(stored) ? known : [stored, ...known];
};

export const ownTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
