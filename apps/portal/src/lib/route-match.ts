export type RouteParams = Readonly<Record<string, string>>;

const partsOf = (path: string): string[] => path.split('/').filter(Boolean);

/** The values of a pattern's `:names` in an address; null when it does not fit. A slash at the end changes nothing. */
export function matchRoute(pattern: string, pathname: string): RouteParams | null {
  const [wanted, given] = [partsOf(pattern), partsOf(pathname)];
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = decode(given[index] ?? '');
    if (value === null) return null;
    if (part.startsWith(':')) params[part.slice(1)] = value;
    else if (part !== value) return null;
  }
  return params;
}

/** Null for an address that is no valid one, such as /cases/%. */
function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
