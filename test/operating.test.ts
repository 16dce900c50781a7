import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { testDatabase } from '../src/database/testing.ts';
import { readEnvironment } from '../src/environment.ts';
import { startMeters } from '../src/metrics/index.ts';

const ROOT = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const GUIDE = read('docs/operating.md');

/** Every variable the application asks its environment for, whatever else is set. */
function namesRead(): Set<string> {
  const names = new Set<string>();
  const asked = (known: Record<string, string>) =>
    new Proxy(known, {
      get(target, name) {
        names.add(String(name));
        return target[String(name)];
      },
    });
  assert.ok(!('refused' in readEnvironment(asked({}))));
  const real = {
    DEMO: '0',
    SMTP_URL: 'smtp://mail.example',
    PUBLIC_URL: 'https://a.example',
    METRICS_PORT: '9100',
  };
  assert.ok(!('refused' in readEnvironment(asked(real))));
  return names;
}

test('every variable the application reads is in the table of the guide, and the table has no other', () => {
  const section = GUIDE.slice(GUIDE.indexOf('## The environment'), GUIDE.indexOf('## Alive, ready, leaving'));
  const told = [...section.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name!);
  assert.deepEqual(told.toSorted(), [...namesRead()].toSorted());
});

test('every npm command and every file the guide names is there', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const commands = [...GUIDE.matchAll(/npm run ([a-z:-]+)/g)].map(([, name]) => name!);
  assert.ok(commands.includes('backup') && commands.includes('restore'));
  for (const name of commands) assert.ok(scripts[name], `npm run ${name}`);
  const files = [...GUIDE.matchAll(/`((?:src|test|deploy|scripts)\/[\w./-]+)`/g)].map(([, file]) => file!);
  assert.ok(files.length > 5);
  for (const file of files) assert.ok(existsSync(join(ROOT, file)), file);
});

test('the command that makes a key of badges makes one the application takes', () => {
  const command = /^node --input-type=module -e ".*"$/m.exec(GUIDE)?.[0];
  assert.ok(command);
  const { stdout, stderr } = spawnSync('bash', ['-c', command], { cwd: ROOT, encoding: 'utf8' });
  const environment = readEnvironment({ BADGE_KEY: stdout.trim() });
  assert.ok(!('refused' in environment), stderr);
  assert.ok(environment.settings.badgeKey);
});

test('alerts look at figures that are given, and the guide names them', async () => {
  const meters = startMeters({ db: await testDatabase(), replica: null, isLeaving: () => false });
  const text = await meters.read();
  meters.stop();
  const given = new Set([...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name!));
  // Given once there are jobs and a replica.
  for (const later of ['jobs_failed_for_good', 'job_oldest_waiting_seconds', 'replica_used'])
    given.add(`perseverance_${later}`);
  const { groups } = parse(read('deploy/alerts.yml')) as {
    groups: { rules: { alert: string; expr: string }[] }[];
  };
  const rules = groups.flatMap((group) => group.rules);
  assert.ok(rules.length > 8);
  for (const { alert, expr } of rules) {
    const used = [...expr.matchAll(/\b(perseverance|process|nodejs)_[a-z_]+/g)].map(([name]) =>
      name.replace(/_bucket$/, ''),
    );
    assert.ok(used.length > 0, alert);
    for (const name of used) {
      assert.ok(given.has(name), `${alert}: ${name}`);
      assert.ok(GUIDE.includes(name), `${name} is not in the guide`);
    }
  }
});

test('the image, the unit and npm start run the same command', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: { start: string } };
  const options = scripts.start.replace('exec node ', '');
  assert.ok(read('deploy/perseverance.service').includes(`node ${options}\n`));
  assert.ok(read('Dockerfile').includes(`"${options.split(' ').join('", "')}"`));
});
