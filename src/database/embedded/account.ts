import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { type Binaries, program } from './binaries.ts';

/**
 * Under which account PostgreSQL runs, since it refuses to be root: the command put before each program,
 * and the owner its files must have, seen from here.
 */
export interface Account {
  readonly kind: 'own' | 'mapped' | 'nobody';
  readonly prefix: readonly string[];
  readonly binaries: Binaries;
  /** The user and group that must own the data, or nothing when that is whoever creates them. */
  readonly owner?: number;
}

/** 65534 (nobody) exists everywhere; 1000 may not. */
const NOBODY = 65534;

/** The server receives a fast-shutdown request when the application dies, even by SIGKILL. */
const DIES_WITH_PARENT = ['setpriv', '--pdeathsig', 'INT'];

/**
 * Root, or a number without a name, in a user namespace where it is called nobody: its files stay its own, even under a
 * 0700 /root.
 */
const MAPPED = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, ...DIES_WITH_PARENT];

const WITHOUT_RIGHTS = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];

/** Where namespaces are forbidden (many containers): really nobody, but allowed through closed folders. */
const REALLY_NOBODY = [
  ...WITHOUT_RIGHTS,
  '--inh-caps=+dac_override',
  '--ambient-caps=+dac_override',
  '--pdeathsig',
  'INT',
];

/** Only root can write here, so nobody else can plant programs that root would run. */
const PUBLIC_COPIES = '/var/lib/application-perseverance';

/** Throws, in words for whoever starts the application, when no account will do. */
export function chooseAccount(binaries: Binaries): Account {
  const asRoot = process.getuid?.() === 0;
  if (!asRoot) {
    // A container may give a number that no user has: initdb wants a name.
    if (!hasName() && runs(MAPPED, binaries)) return { kind: 'mapped', prefix: MAPPED, binaries };
    return { kind: 'own', prefix: runs(DIES_WITH_PARENT, binaries) ? DIES_WITH_PARENT : [], binaries };
  }
  if (runs(MAPPED, binaries)) return { kind: 'mapped', prefix: MAPPED, binaries, owner: 0 };
  const nobody = { kind: 'nobody', prefix: REALLY_NOBODY, owner: NOBODY } as const;
  // PostgreSQL looks for its own programs with access(2), which ignores the allowance.
  if (runs(WITHOUT_RIGHTS, binaries)) return { ...nobody, binaries };
  const copied = copyToPublicFolder(binaries);
  if (runs(REALLY_NOBODY, copied)) return { ...nobody, binaries: copied };
  throw new Error(
    'root ne peut pas lancer PostgreSQL et setpriv (util-linux) manque ; utilisez un autre compte ou DATABASE_URL',
  );
}

function hasName(): boolean {
  try {
    userInfo();
    return true;
  } catch {
    return false;
  }
}

/** Gives the data back to the account when an earlier start used another one. */
export function giveOwnership(folder: string, account: Account): void {
  if (account.owner === undefined || !existsSync(folder)) return;
  if (statSync(folder).uid === account.owner) return;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    lchownSync(join(entry.parentPath, entry.name), account.owner, account.owner);
  }
  chownSync(folder, account.owner, account.owner);
}

function runs(prefix: readonly string[], binaries: Binaries): boolean {
  const [command, ...rest] = prefix;
  if (command === undefined) return false;
  const trial = spawnSync(command, [...rest, program(binaries, 'postgres'), '--version'], {
    stdio: 'ignore',
  });
  return trial.status === 0;
}

function copyToPublicFolder(binaries: Binaries): Binaries {
  const folder = join(PUBLIC_COPIES, `postgres-${binaries.version}`);
  if (!existsSync(folder)) {
    const unfinished = `${folder}.${process.pid}`;
    mkdirSync(PUBLIC_COPIES, { recursive: true, mode: 0o755 });
    cpSync(binaries.folder, unfinished, { recursive: true, verbatimSymlinks: true });
    openToAll(unfinished);
    try {
      renameSync(unfinished, folder);
    } catch {
      rmSync(unfinished, { recursive: true, force: true });
    }
  }
  return { ...binaries, folder };
}

/** The project may have been installed for root's eyes only. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isSymbolicLink()) chmodSync(path, statSync(path).mode | 0o555);
  }
}
