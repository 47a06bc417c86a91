import { spawnSync } from 'node:child_process';
import { chownSync, readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

interface Account {
  uid: number;
  gid: number;
}

/** How the PostgreSQL programs are run: PostgreSQL refuses to run as root, and should end with its parent. */
export interface Privileges {
  /** Put before the command that makes a new data directory. */
  prefix: string[];
  /** Put before the server's command; also ends the server when this process dies, even by kill -9. */
  serverPrefix: string[];
  /** For spawn() where setpriv is missing. */
  spawnAs: Partial<Account>;
  /** Hands a folder that we made to the account that PostgreSQL runs as. */
  give(folder: string): void;
}

/** `paths` are the programs and folders that PostgreSQL has to reach. */
export function choosePrivileges(paths: string[]): Privileges {
  const account = process.getuid?.() === 0 ? unprivilegedAccount() : undefined;
  const give = (folder: string) => account && chownSync(folder, account.uid, account.gid);
  if (!hasSetpriv()) return { prefix: [], serverPrefix: [], spawnAs: account ?? {}, give };

  const drop = account ? dropTo(account, paths) : [];
  return {
    prefix: drop.length > 0 ? ['setpriv', ...drop] : [],
    serverPrefix: ['setpriv', '--pdeathsig', 'INT', ...drop],
    spawnAs: {},
    give,
  };
}

function dropTo(account: Account, paths: string[]): string[] {
  const drop = ['--reuid', String(account.uid), '--regid', String(account.gid), '--clear-groups'];
  if (paths.every(isReachableByOthers)) return drop;
  // A checkout under a 0700 home cannot be reached by the other account. The securebit is needed because initdb
  // asks access(2), which looks at the permitted capabilities that a change of user id would otherwise clear.
  return [
    ...drop,
    '--inh-caps',
    '+dac_override',
    '--ambient-caps',
    '+dac_override',
    '--securebits',
    '+no_setuid_fixup',
  ];
}

/** initdb wants an account that has a line in /etc/passwd; "nobody" is on every Linux. */
function unprivilegedAccount(): Account {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (Number(uid) > 0 && Number(gid) > 0) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error('PostgreSQL refuses to run as root and no other account was found: start this as an ordinary user.');
}

function isReachableByOthers(path: string): boolean {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** Only util-linux has the options we use; busybox has a program of the same name without them. */
function hasSetpriv(): boolean {
  const { status, stdout } = spawnSync('setpriv', ['--version'], { encoding: 'utf8' });
  return process.platform === 'linux' && status === 0 && stdout.includes('util-linux');
}
