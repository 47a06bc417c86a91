import { isIPv4, isIPv6, SocketAddress } from 'node:net';

/** The eight groups of an IPv6 address as numbers. */
function groups(address: string): number[] {
  const plain = new SocketAddress({ family: 'ipv6', address }).address;
  // The last 32 bits may be written as an IPv4 address.
  const hex = plain.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...parts: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = parts.slice(0, 4).map(Number);
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  });
  const [left = '', right = ''] = hex.split('::');
  const numbers = (text: string) => (text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16)));
  const [before, after] = [numbers(left), numbers(right)];
  return [...before, ...Array.from({ length: 8 - before.length - after.length }, () => 0), ...after];
}

const MAPPED = '0,0,0,0,0,65535';

/** Who counts as one: an IPv4 address, or the /64 that an IPv6 connection is usually given (D6). Some proxies add a port. */
export function networkOf(ip: string): string {
  const address = ip
    .trim()
    .replace(/^\[(.*)\](:\d+)?$/, '$1')
    .replace(/^([\d.]+):\d+$/, '$1')
    .replace(/%.*$/, '');
  if (isIPv4(address)) return address;
  if (!isIPv6(address)) return 'unknown';
  const all = groups(address);
  if (String(all.slice(0, 6)) !== MAPPED)
    return `${all
      .slice(0, 4)
      .map((group) => group.toString(16))
      .join(':')}::/64`;
  return all
    .slice(6)
    .flatMap((group) => [group >> 8, group & 255])
    .join('.');
}
