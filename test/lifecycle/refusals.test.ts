import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import { withEmptyDatabase } from '../../src/database/testing.ts';
import {
  type Application,
  embeddedAddress,
  eventually,
  freePort,
  processesOf,
  remove,
  type Surroundings,
  startApplication,
  temporaryFolder,
  untilHealthy,
} from './application.ts';

const dataDir = temporaryFolder();
const unused = temporaryFolder();
const applications: Application[] = [];
after(async () => {
  await remove(dataDir, ...applications);
  await remove(unused);
});

async function start(surroundings: Surroundings): Promise<Application> {
  const application = await startApplication(surroundings);
  applications.push(application);
  return application;
}

/** It must stop by itself, with an error code, one line that says what to do, and nothing for programmers. */
async function assertRefuses(surroundings: Surroundings, expected: RegExp): Promise<string> {
  const application = await start(surroundings);
  const code = await application.ended;
  const output = application.output();
  assert.notEqual(code, 0, output);
  const lines = output.split('\n').filter((line) => expected.test(line));
  assert.equal(lines.length, 1, output);
  assert.doesNotMatch(output, /^\s+at .+:\d+/m, 'no stack trace');
  return output;
}

describe('a start that cannot succeed says why in one line', () => {
  let running: Application;
  before(async () => {
    running = await start({ dataDir });
    await untilHealthy(running, 60_000);
  });

  test('when another instance uses the same data', async () => {
    await assertRefuses({ dataDir }, /tourne déjà sur .*DATA_DIR/);
    assert.ok(processesOf(running).length > 0, 'the first one keeps running');
    await untilHealthy(running);
  });

  test('when the port is taken, leaving no PostgreSQL behind', async () => {
    const holder = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => holder.listen(port, () => resolve()));
    const folder = temporaryFolder();
    await assertRefuses({ dataDir: folder, port }, /Le port \d+ est déjà pris/);
    const refused = applications.at(-1)!;
    assert.ok(await eventually(() => processesOf(refused).length === 0, 5_000));
    holder.close();
    await remove(folder);
  });

  test('when DATABASE_URL is not an address of PostgreSQL', async () => {
    await assertRefuses({ dataDir: unused, databaseUrl: 'mysql://localhost/x' }, /DATABASE_URL n’est pas/);
  });

  test('when no server answers at DATABASE_URL', async () => {
    const databaseUrl = `postgres://someone:a-secret@127.0.0.1:${await freePort()}/perseverance`;
    const output = await assertRefuses(
      { dataDir: unused, databaseUrl },
      /PostgreSQL ne répond pas sur 127\.0\.0\.1/,
    );
    assert.doesNotMatch(output, /a-secret/);
  });

  test('when the name of the server does not exist', async () => {
    const databaseUrl = 'postgres://someone:a-secret@nulle-part.invalid/perseverance';
    await assertRefuses({ dataDir: unused, databaseUrl }, /PostgreSQL ne répond pas sur nulle-part\.invalid/);
  });

  test('when the password is wrong, without showing it', async () => {
    const url = new URL(embeddedAddress(dataDir));
    url.password = 'a-wrong-secret';
    const output = await assertRefuses(
      { dataDir: unused, databaseUrl: url.href },
      /refuse le compte « perseverance » ou son mot de passe/,
    );
    assert.doesNotMatch(output, /a-wrong-secret/);
  });

  test('when the database does not exist', async () => {
    const url = new URL(embeddedAddress(dataDir));
    url.pathname = '/elsewhere';
    const output = await assertRefuses(
      { dataDir: unused, databaseUrl: url.href },
      /base « elsewhere » n’existe pas/,
    );
    assert.ok(!output.includes(url.password));
  });

  test('when the schema comes from a later version', async () => {
    const admin = new pg.Client({ connectionString: embeddedAddress(dataDir) });
    await admin.connect();
    await admin.query(`insert into schema_migration (name, checksum) values ('99991231_2359_later', 'x')`);
    await admin.end();
    await assertRefuses({ dataDir: unused, databaseUrl: embeddedAddress(dataDir) }, /version plus récente/);
    running.npm.kill('SIGTERM');
    await running.ended;
    await assertRefuses({ dataDir }, /version plus récente/);
    assert.ok(
      await eventually(() => processesOf(running).length === 0, 5_000),
      'no PostgreSQL is left behind',
    );
  });
});

test('with DATABASE_URL the application runs on that server and starts none', async () => {
  await withEmptyDatabase(async (_, databaseUrl) => {
    const folder = temporaryFolder();
    const application = await start({ dataDir: folder, databaseUrl });
    await untilHealthy(application);
    application.npm.kill('SIGTERM');
    await application.ended;
    assert.ok(await eventually(() => processesOf(application).length === 0, 5_000));
    await remove(folder);
  });
});
