import type { Config } from '../../config/config.js';
import type { Settings } from '../../settings/settings.dto.js';

/** What we set of nodemailer's SMTP options. */
export interface SmtpOptions {
  host: string;
  port: number;
  secure: boolean;
  requireTLS: boolean;
  ignoreTLS: boolean;
  auth?: { user: string; pass: string };
  name: string;
  tls: { rejectUnauthorized: boolean; minVersion: 'TLSv1.2' };
  connectionTimeout: number;
  greetingTimeout: number;
  dnsTimeout: number;
  socketTimeout: number;
  disableFileAccess: true;
  disableUrlAccess: true;
}

interface Server {
  host: string;
  port: number;
  secure: 'none' | 'starttls' | 'tls' | 'opportunistic';
  user: string;
  password: string | undefined;
}

export const LOOPBACK = /^(localhost|127(\.\d+){3}|::1|\[::1\])$/;

function fromUrl(text: string): Server {
  const url = new URL(text);
  const tls = url.protocol === 'smtps:';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || (tls ? 465 : 587)),
    secure: tls ? 'tls' : 'opportunistic',
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password) || undefined,
  };
}

/**
 * The mail server of the settings, else of SMTP_URL, else undefined. In production every connection that leaves the machine
 * is encrypted and verified, whatever was chosen (MSG-9); elsewhere self-made certificates pass.
 */
export function smtpOptions(
  mail: Settings['mail'],
  password: string | undefined,
  config: Config,
): SmtpOptions | undefined {
  const chosen: Server | undefined = mail.host
    ? { ...mail, password }
    : config.smtpUrl
      ? fromUrl(config.smtpUrl)
      : undefined;
  if (!chosen) return undefined;
  const production = config.mode === 'production';
  const leaves = !LOOPBACK.test(chosen.host);
  const requireTLS = chosen.secure === 'starttls' || (production && leaves && chosen.secure !== 'tls');
  return {
    host: chosen.host,
    port: chosen.port,
    secure: chosen.secure === 'tls',
    requireTLS,
    ignoreTLS: chosen.secure === 'none' && !requireTLS,
    ...(chosen.user ? { auth: { user: chosen.user, pass: chosen.password ?? '' } } : {}),
    name: new URL(config.portalOrigin).hostname,
    tls: { rejectUnauthorized: production, minVersion: 'TLSv1.2' },
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    dnsTimeout: 10_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
