import { BlockList, isIP } from 'node:net';
import { z } from 'zod';

/** One address or a range in CIDR form. */
export const AddressRange = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]);

const family = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** An IPv4 address that arrived on an IPv6 socket is still that address. */
const unmapped = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');

/** True when the list is empty or holds the address. */
export function isAllowedAddress(address: string, ranges: readonly string[]): boolean {
  if (ranges.length === 0) return true;
  const list = new BlockList();
  for (const range of ranges) {
    const [start = '', prefix] = range.split('/');
    if (prefix === undefined) list.addAddress(start, family(start));
    else list.addSubnet(start, Number(prefix), family(start));
  }
  const plain = unmapped(address);
  return isIP(plain) !== 0 && list.check(plain, family(plain));
}
