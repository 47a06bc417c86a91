import { readFileSync } from 'node:fs';
import { z } from 'zod';

const flag = z.enum(['true', 'false', '1', '0', 'on', 'off']).transform((value) => ['true', '1', 'on'].includes(value));
const origin = z.url({ protocol: /^https?$/ }).transform((value) => new URL(value).origin);
/** An address or a range. Never a name of a range ("loopback") and never everybody: then anybody could say where they come from (AUT-3). */
const proxy = z
  .union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], { error: 'must be addresses or ranges such as 10.0.0.0/24' })
  .refine((range) => !range.endsWith('/0'), 'must not be everybody');
const list = z.string().transform((value) =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean),
);

const Environment = z.object({
  MODE: z.enum(['production', 'development', 'demo', 'test']).default('production'),
  ROLE: z.enum(['all', 'api', 'worker']).default('all'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  DATABASE_URL: z.string().startsWith('postgres'),
  /** A connection that no pooler sits in front of: LISTEN and migrations need one. */
  DATABASE_DIRECT_URL: z.string().startsWith('postgres').optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  PG_NAMED_STATEMENTS: flag.default(true),
  APP_SECRET: z.string().min(32, 'must have at least 32 characters'),
  PORTAL_ORIGIN: origin.optional(),
  ADMIN_ORIGIN: origin.optional(),
  TRUSTED_PROXIES: list.pipe(z.array(proxy)).default([]),
  /** Failed sign-ins of one address (IPv4 /32, IPv6 /64) within an hour before it is asked to wait (D6). */
  SIGN_IN_FAILURES_PER_ADDRESS: z.coerce.number().int().min(10).max(1_000_000).default(300),
  /** So many different people meant by failed sign-ins of one address within a quarter of an hour, and each further try costs its browser some work (D6). */
  SIGN_IN_IDENTIFIERS_PER_ADDRESS: z.coerce.number().int().min(2).max(1_000).default(30),
  /** A refused sign-in or code is answered no sooner, so that time tells nobody who exists (AUT-4). */
  REFUSAL_MILLISECONDS: z.coerce.number().int().min(0).max(1_000).default(20),
  /** Seconds within which a request must have arrived: its head, a JSON body, a file (R11). */
  RECEIVE_HEADERS_SECONDS: z.coerce.number().int().min(1).max(60).default(10),
  RECEIVE_JSON_SECONDS: z.coerce.number().int().min(1).max(300).default(30),
  RECEIVE_UPLOAD_SECONDS: z.coerce.number().int().min(1).max(3600).default(300),
  BCRYPT_COST: z.coerce.number().int().min(4).max(15).default(12),
  SMTP_URL: z.string().startsWith('smtp').optional(),
  /** Requests to an SMS provider may also go to this machine and its network, over plain http: for tests and for a gateway in the house. */
  OUTGOING_PRIVATE: flag.default(false),
  /** Where Twilio, or a service that speaks like it, listens. */
  TWILIO_ORIGIN: origin.default('https://api.twilio.com'),
  WORKER_SLOTS: z.coerce.number().int().min(1).max(64).default(8),
  LEASE_SECONDS: z.coerce.number().int().min(2).max(600).default(120),
  /** File in which erased people are noted by their ids, outside the database and its backups (R21). */
  ERASURE_JOURNAL: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
});

export interface Config {
  mode: 'production' | 'development' | 'demo' | 'test';
  role: 'all' | 'api' | 'worker';
  host: string;
  port: number;
  database: { url: string; directUrl: string; pool: number; namedStatements: boolean };
  /** Root of every derived key (keys.ts); never leaves the process. */
  secret: string;
  portalOrigin: string;
  adminOrigin: string;
  trustedProxies: string[];
  signInFailuresPerAddress: number;
  signInIdentifiersPerAddress: number;
  refusalMilliseconds: number;
  receiveSeconds: { headers: number; json: number; upload: number };
  bcryptCost: number;
  smtpUrl: string | undefined;
  outgoingPrivate: boolean;
  twilioOrigin: string;
  worker: { slots: number; leaseSeconds: number };
  erasureJournal: string | undefined;
  logLevel: string;
}

/** Injection token of the parsed configuration. */
export const CONFIG = Symbol('config');

/** Lists every problem of the environment at once, so that a start is not repaired one line at a time. */
export class ConfigError extends Error {}

/** NAME_FILE wins over nothing: it is how container secrets are handed over. */
function withFiles(env: NodeJS.ProcessEnv): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    if (!value) continue;
    if (name.endsWith('_FILE') && name.slice(0, -5) in Environment.shape) {
      values[name.slice(0, -5)] ??= readFileSync(value, 'utf8').trim();
    } else values[name] = value;
  }
  return values;
}

const GUESSABLE = ['postgres', 'password', 'secret', 'latchkey', 'changeme', 'admin', 'root', '1234', '123456'];

function hasGuessablePassword(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { username, password } = new URL(url);
  return password !== '' && [...GUESSABLE, username].includes(password);
}

function productionProblems(config: Config): string[] {
  if (config.mode !== 'production') return [];
  const problems: string[] = [];
  for (const [name, value] of [
    ['PORTAL_ORIGIN', config.portalOrigin],
    ['ADMIN_ORIGIN', config.adminOrigin],
  ] as const) {
    if (!value.startsWith('https://')) problems.push(`${name}: must be an https origin in production (CFG-1)`);
  }
  if (new Set(config.secret).size < 10) problems.push('APP_SECRET: is too regular to be random (CFG-1)');
  if (config.bcryptCost < 10) problems.push('BCRYPT_COST: must be at least 10 in production (CFG-1)');
  if (hasGuessablePassword(config.database.url))
    problems.push('DATABASE_URL: has a password that everybody tries first (CFG-1)');
  return problems;
}

const receiveSecondsOf = (value: z.infer<typeof Environment>): Config['receiveSeconds'] => ({
  headers: value.RECEIVE_HEADERS_SECONDS,
  json: value.RECEIVE_JSON_SECONDS,
  upload: Math.max(value.RECEIVE_JSON_SECONDS, value.RECEIVE_UPLOAD_SECONDS),
});

/** Parses the environment once. Throws ConfigError with one line for each thing that is wrong. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const parsed = Environment.safeParse(withFiles(env));
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'));
  }
  const value = parsed.data;
  const local = `http://localhost:${value.PORT}`;
  const config: Config = {
    mode: value.MODE,
    role: value.ROLE,
    host: value.HOST,
    port: value.PORT,
    database: {
      url: value.DATABASE_URL,
      directUrl: value.DATABASE_DIRECT_URL ?? value.DATABASE_URL,
      pool: value.DATABASE_POOL,
      namedStatements: value.PG_NAMED_STATEMENTS,
    },
    secret: value.APP_SECRET,
    portalOrigin: value.PORTAL_ORIGIN ?? local,
    adminOrigin: value.ADMIN_ORIGIN ?? value.PORTAL_ORIGIN ?? local,
    trustedProxies: value.TRUSTED_PROXIES,
    signInFailuresPerAddress: value.SIGN_IN_FAILURES_PER_ADDRESS,
    signInIdentifiersPerAddress: value.SIGN_IN_IDENTIFIERS_PER_ADDRESS,
    refusalMilliseconds: value.REFUSAL_MILLISECONDS,
    receiveSeconds: receiveSecondsOf(value),
    bcryptCost: value.BCRYPT_COST,
    smtpUrl: value.SMTP_URL,
    outgoingPrivate: value.OUTGOING_PRIVATE,
    twilioOrigin: value.TWILIO_ORIGIN,
    worker: { slots: value.WORKER_SLOTS, leaseSeconds: value.LEASE_SECONDS },
    erasureJournal: value.ERASURE_JOURNAL,
    logLevel: value.LOG_LEVEL,
  };
  const problems = productionProblems(config);
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));
  return config;
}
