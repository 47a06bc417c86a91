import { lookup } from 'node:dns/promises';
import { request as plainRequest } from 'node:http';
import { request as safeRequest } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

const CONNECT_AND_ANSWER_MS = 15_000;
const MOST_BYTES = 4_096;

/** Addresses that are not of the public internet (IANA special-purpose registries), and whatever stands for one of them. */
const NOT_PUBLIC = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  NOT_PUBLIC.addSubnet(network, prefix, 'ipv4');
/** Of IPv6 only 2000::/3 is in use; of that not the documentation, Teredo, 6to4 and NAT64 ranges. */
const PUBLIC_V6 = new BlockList();
PUBLIC_V6.addSubnet('2000::', 3, 'ipv6');
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  NOT_PUBLIC.addSubnet(network, prefix, 'ipv6');

/** False for anything but a globally routable address. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !NOT_PUBLIC.check(address, 'ipv4');
  return family === 6 && PUBLIC_V6.check(address, 'ipv6') && !NOT_PUBLIC.check(address, 'ipv6');
}

export class NotPublic extends Error {
  constructor() {
    super('The address of the provider is not one of the public internet');
  }
}

/** Looks the name up once; the connection goes to what was looked at, so no second answer can point elsewhere (D16). */
const publicLookup: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { all: true }).then(
    (found) => {
      const [first] = found;
      if (!first || !found.every(({ address }) => isPublicAddress(address))) done(new NotPublic(), '');
      else if (options.all) done(null, found);
      else done(null, first.address, first.family);
    },
    (error: NodeJS.ErrnoException) => done(error, ''),
  );
};

export interface Outgoing {
  method: string;
  url: URL;
  headers: Record<string, string>;
  body?: string;
}

export interface Answer {
  status: number;
  /** At most 4 KB of it. */
  text: string;
}

/**
 * One request to an address that staff wrote into the settings: https to the public internet only, no redirects, 15 s in all.
 * `allowPrivate` (OUTGOING_PRIVATE) also lets it go to this machine and its network, over http too. Throws when there is no answer.
 */
export function outgoingRequest({ url, body, ...wanted }: Outgoing, allowPrivate: boolean): Promise<Answer> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!allowPrivate && (url.protocol !== 'https:' || (isIP(host) !== 0 && !isPublicAddress(host))))
    return Promise.reject(new NotPublic());
  const start = url.protocol === 'https:' ? safeRequest : plainRequest;
  return new Promise<Answer>((resolve, reject) => {
    const options = {
      ...wanted,
      agent: false as const,
      signal: AbortSignal.timeout(CONNECT_AND_ANSWER_MS),
      ...(allowPrivate ? {} : { lookup: publicLookup }),
    };
    const request = start(url, options, (response) => {
      let text = '';
      const finish = (): void => resolve({ status: response.statusCode ?? 0, text: text.slice(0, MOST_BYTES) });
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
        if (text.length < MOST_BYTES) return;
        finish();
        response.destroy();
      });
      response.on('end', finish);
      response.on('error', reject);
    });
    request.on('error', reject);
    request.end(body);
  });
}
