import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import pg from 'pg';
import { type EmbeddedServer, startEmbeddedServer } from '../../src/database/embedded.ts';
import { isRefused } from '../../src/database/refusal.ts';
import { eventually, mainPostgresOf, postgresOf, remove, temporaryFolder } from './application.ts';

const NOBODY = 65534;
const NAMELESS = 4242;
const ROOT = join(import.meta.dirname, '../..');
const folders: string[] = [];
const others: ChildProcess[] = [];
after(async () => {
  for (const child of others) child.kill('SIGKILL');
  await Promise.all(folders.map((folder) => remove(folder)));
});

function newFolder(): string {
  const folder = temporaryFolder();
  folders.push(folder);
  return folder;
}

async function start(dataDir: string): Promise<EmbeddedServer> {
  const server = await startEmbeddedServer({ dataDir, log: () => undefined });
  if (isRefused(server)) throw new Error(server.message);
  return server;
}

async function query(connectionString: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded server', () => {
  const dataDir = newFolder();

  test('is durable, sorts in French, asks for its password and listens on this machine only', async () => {
    const server = await start(dataDir);
    const [settings] = await query(
      server.connectionString,
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
        current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets`,
    );
    assert.deepEqual(settings, { fsync: 'on', commit: 'on', addresses: '127.0.0.1', sockets: '' });
    const sorted = await query(
      server.connectionString,
      `select word from unnest(array['zoo', 'éveil', 'Étude', 'ours', 'œuvre', 'etre']) as word order by word`,
    );
    assert.deepEqual(
      sorted.map(({ word }) => word),
      ['etre', 'Étude', 'éveil', 'œuvre', 'ours', 'zoo'],
    );
    const wrong = new URL(server.connectionString);
    wrong.password = 'guess';
    await assert.rejects(query(wrong.href, 'select 1'), { code: '28P01' });
    assert.equal(statSync(join(dataDir, 'postgres.password')).mode & 0o777, 0o600);
    await server.stop();
    assert.deepEqual(postgresOf(dataDir), []);
  });

  test('refuses a second one on the same data', async () => {
    const server = await start(dataDir);
    const second = await startEmbeddedServer({ dataDir, log: () => undefined });
    assert.equal(isRefused(second) && second.refused, 'already-running');
    await query(server.connectionString, 'select 1');
    await server.stop();
  });

  test('says when it goes down and when it is back, at the same address', async () => {
    const server = await start(dataDir);
    const states: string[] = [];
    server.onState((state) => states.push(state));
    process.kill(mainPostgresOf(dataDir), 'SIGKILL');
    assert.ok(await eventually(() => states.includes('running'), 5_000));
    await query(server.connectionString, 'select 1');
    await server.stop();
    assert.deepEqual(states, ['down', 'running', 'stopped']);
  });

  test('stops even while it is being restarted', async () => {
    const server = await start(dataDir);
    process.kill(mainPostgresOf(dataDir), 'SIGKILL');
    await eventually(() => false, 20);
    await server.stop();
    assert.deepEqual(postgresOf(dataDir), []);
  });

  for (const [title, content] of [
    ['an empty postmaster.pid', ''],
    ['the postmaster.pid of a process that is something else today', `${process.pid}\n${dataDir}/postgres\n`],
  ] as const) {
    test(`starts despite ${title}`, async () => {
      writeFileSync(join(dataDir, 'postgres', 'postmaster.pid'), content);
      const server = await start(dataDir);
      await query(server.connectionString, 'select 1');
      await server.stop();
    });
  }

  test('starts afresh after a first start interrupted half-way', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'postgres.unfinished-0a1b2c3d', 'base'), { recursive: true });
    const server = await start(folder);
    await query(server.connectionString, 'select 1');
    await server.stop();
    assert.ok(!existsSync(join(folder, 'postgres.unfinished-0a1b2c3d')));
  });

  test('refuses data written by another major version of PostgreSQL', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'postgres'));
    writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '17\n');
    const outcome = await startEmbeddedServer({ dataDir: folder, log: () => undefined });
    assert.equal(isRefused(outcome) && outcome.refused, 'data-from-another-version');
  });
});

const asRoot = process.getuid?.() === 0;
const readableByAll = (() => {
  try {
    accessSync(ROOT, constants.R_OK);
    return !ROOT.startsWith('/root');
  } catch {
    return false;
  }
})();

const namespacesForAll =
  asRoot &&
  readableByAll &&
  spawnSync('unshare', ['--user', 'true'], { uid: NAMELESS, gid: NAMELESS }).status === 0;

describe('the embedded server, whatever the account', {
  skip: !asRoot && 'needs root to change accounts',
}, () => {
  test('runs where user namespaces are forbidden, then where they are allowed again', async () => {
    const dataDir = newFolder();
    const withoutNamespaces = await startApart(dataDir, {
      PATH: `${folderRefusing('unshare')}:${process.env.PATH}`,
    });
    assert.equal(statSync(join(dataDir, 'postgres')).uid, NOBODY);
    await end(withoutNamespaces);
    assert.ok(await eventually(() => postgresOf(dataDir).length === 0, 5_000));
    const server = await start(dataDir);
    assert.equal(statSync(join(dataDir, 'postgres')).uid, 0);
    await server.stop();
  });

  test('runs as a plain user', { skip: !readableByAll && 'the project is in a private folder' }, async () => {
    const dataDir = newFolder();
    chownSync(dataDir, NOBODY, NOBODY);
    const server = await startApart(dataDir, {}, NOBODY);
    await end(server);
    assert.ok(await eventually(() => postgresOf(dataDir).length === 0, 5_000));
  });

  test('runs under a number that no user has, as containers give', {
    skip: !namespacesForAll && 'the project is in a private folder, or user namespaces are forbidden',
  }, async () => {
    const dataDir = newFolder();
    chownSync(dataDir, NAMELESS, NAMELESS);
    await end(await startApart(dataDir, {}, NAMELESS));
    assert.equal(statSync(join(dataDir, 'postgres')).uid, NAMELESS);
    assert.ok(await eventually(() => postgresOf(dataDir).length === 0, 5_000));
  });

  test('takes the place of one left behind where nothing ties it to its application', {
    skip: !readableByAll && 'the project is in a private folder',
  }, async () => {
    const dataDir = newFolder();
    chownSync(dataDir, NOBODY, NOBODY);
    const withoutSetpriv = { PATH: '/nonexistent' };
    await end(await startApart(dataDir, withoutSetpriv, NOBODY));
    assert.ok(postgresOf(dataDir).length > 0, 'it was left behind');
    const next = await startApart(dataDir, withoutSetpriv, NOBODY);
    await end(next);
    process.kill(mainPostgresOf(dataDir), 'SIGQUIT');
    assert.ok(await eventually(() => postgresOf(dataDir).length === 0, 5_000));
  });
});

/** Starts the server from another process, with another environment or account; resolves once it is ready. */
async function startApart(
  dataDir: string,
  environment: NodeJS.ProcessEnv,
  account?: number,
): Promise<ChildProcess> {
  const script = `
    const { startEmbeddedServer } = await import(${JSON.stringify(join(ROOT, 'src/database/embedded.ts'))});
    const server = await startEmbeddedServer({ dataDir: ${JSON.stringify(dataDir)}, log: () => undefined });
    console.log(server.message ?? 'ready');`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
    cwd: ROOT,
    env: { ...process.env, NODE_OPTIONS: '', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(account === undefined ? {} : { uid: account, gid: account }),
  });
  others.push(child);
  const said = await new Promise<string>((resolve) =>
    child.stdout!.once('data', (chunk) => resolve(String(chunk).trim())),
  );
  assert.equal(said, 'ready');
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

/** A folder for PATH in which this program always fails, as under a container's default rules. */
function folderRefusing(program: string): string {
  const folder = newFolder();
  writeFileSync(join(folder, program), '#!/bin/sh\nexit 1\n');
  chmodSync(join(folder, program), 0o755);
  return folder;
}
