import type { Config } from '../config/config.js';

const BASE = `default-src 'none'; script-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'`;

/** Mantine and Swagger UI write style elements; the portal does not (docs/adr: content security policy). */
const STYLED = `${BASE}; style-src 'self' 'unsafe-inline'`;
const STRICT = `${BASE}; style-src 'self'; require-trusted-types-for 'script'`;

/** The Outbox page runs no script and frames its own messages; those run nothing at all, whatever was written into them. */
const OUTBOX_STYLES = `default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; object-src 'none'`;
const OUTBOX = `${OUTBOX_STYLES}; frame-src 'self'; form-action 'self'; frame-ancestors 'none'`;
const OUTBOX_MESSAGE = `${OUTBOX_STYLES}; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox`;

/** D14, on every answer (CFG-2). The outbox page may frame its own sandboxed messages. */
export function securityHeaders(config: Config): (url: string) => Record<string, string> {
  const https = config.portalOrigin.startsWith('https://');
  const common: Record<string, string> = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy':
      'accelerometer=(), camera=(self), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()',
    'x-frame-options': 'DENY',
    ...(https ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  };
  const strict = { ...common, 'content-security-policy': STRICT };
  const styled = { ...common, 'content-security-policy': STYLED };
  const outbox = { ...common, 'content-security-policy': OUTBOX };
  const message = { ...common, 'content-security-policy': OUTBOX_MESSAGE, 'x-frame-options': 'SAMEORIGIN' };
  return (url) => {
    if (/^\/outbox\/[^/?]+\/html$/.test(url)) return message;
    if (/^\/outbox(\/|\?|$)/.test(url)) return outbox;
    return /^\/(admin|docs)(\/|\?|$)/.test(url) ? styled : strict;
  };
}
