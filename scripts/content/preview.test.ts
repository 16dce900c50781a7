import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { FORMATS } from '../../src/content/index.ts';
import { small } from '../../test/questions.ts';
import { openWorkshop, type Workshop } from './preview/workshop.ts';
import { createPreview } from './preview.ts';

const CONTENT = fileURLToPath(new URL('../../content', import.meta.url));
let folder: string;
let workshop: Workshop;
let site: Awaited<ReturnType<typeof createPreview>>;

const fileOf = (id: string) => join(folder, `questions/2.1/${id}.yaml`);
const write = (id: string, text: string) => writeFileSync(fileOf(id), text);

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'preview-'));
  // All that content must hold, without what is made here.
  for (const part of readdirSync(CONTENT).filter(
    (name) => !['questions', 'modules', 'decisions', 'coaching'].includes(name),
  ))
    cpSync(join(CONTENT, part), join(folder, part), { recursive: true });
  mkdirSync(join(folder, 'modules'));
  cpSync(
    join(CONTENT, 'modules/2.1-voir-et-noter-un-changement.md'),
    join(folder, 'modules/2.1-voir-et-noter-un-changement.md'),
  );
  mkdirSync(join(folder, 'questions/2.1'), { recursive: true });
  for (const question of Object.values(small)) write(question.id, stringify(question));
  workshop = openWorkshop(folder);
  site = await createPreview(workshop);
});
after(() => {
  workshop.close();
  rmSync(folder, { recursive: true });
});

async function look(path: string): Promise<string> {
  const response = await site.request(`http://localhost${path}`);
  assert.equal(response.status, 200, path);
  return (await response.text()).replaceAll('\u00a0', ' ');
}

/** Resolves once the workshop has read the files again. */
const nextChange = () =>
  new Promise<void>((resolve) => {
    const stop = workshop.onChange(() => {
      stop();
      resolve();
    });
  });

test('every format is shown in every state, on screen and on paper', async () => {
  for (const format of FORMATS) {
    const { id } = small[format];
    const html = await look(`/questions/${id}`);
    const states = [...html.matchAll(/href="\?etat=([a-z]+)"/g)].map(([, state]) => state!);
    assert.ok(states.length >= 6, `${format}: ${states}`);
    for (const state of states) {
      await look(`/questions/${id}?etat=${state}`);
      assert.match(await look(`/questions/${id}?etat=${state}&papier=`), /papier-[a-z0-9]+\.css/);
    }
    assert.match(await look(`/questions/${id}?etat=juste`), /Réponse juste/, format);
    assert.match(await look(`/questions/${id}?etat=revoir`), /outcome--to-review/, format);
    assert.match(await look(`/questions/${id}?etat=incomplete`), /answer__problem/, format);
  }
});

test('a module is shown section by section, each exercise before and after a choice', async () => {
  const html = await look('/modules/2.1-voir-et-noter-un-changement');
  const states = [...html.matchAll(/href="\?etat=([a-z0-9-]+)"/g)].map(([, state]) => state!);
  assert.ok(states.includes('section-4') && states.includes('p1-erreur') && states.includes('cartes'));
  for (const state of states) await look(`/modules/2.1-voir-et-noter-un-changement?etat=${state}`);
});

test('answering in the preview gives what the application would say', async () => {
  const response = await site.request('http://localhost/questions/2.1-choix', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost' },
    body: 'option=b',
  });
  assert.match(await response.text(), /Réponse juste/);
});

test('a page follows its file, and an error is said with its line while the last good text stays', async () => {
  const { id } = small['single-choice'];
  const text = readFileSync(fileOf(id), 'utf8');
  const changes = await site.request('http://localhost/changements');
  const reader = changes.body!.getReader();
  let changed = nextChange();
  write(id, text.replace('Que faites-vous ?', 'Que dites-vous ?'));
  await changed;
  assert.match(await look(`/questions/${id}`), /Que dites-vous/);
  const decoder = new TextDecoder();
  let received = '';
  while (!received.includes('data: changed')) received += decoder.decode((await reader.read()).value);
  await reader.cancel();
  changed = nextChange();
  write(id, text.replace(/^skill: .*$/m, 'skill: 9'));
  await changed;
  const line = text.split('\n').findIndex((written) => written.startsWith('skill')) + 1;
  const html = await look(`/questions/${id}`);
  assert.ok(html.includes(`content/questions/2.1/${id}.yaml:${line}: skill : 6 au plus`));
  assert.match(html, /Que dites-vous/);
  changed = nextChange();
  write(id, text);
  await changed;
  assert.doesNotMatch(await look('/'), /À corriger d’abord/);
});

test('a dialogue is played by links, from its beginning to an ending', async () => {
  const at = '/dialogues/retour-apres-trois-semaines';
  assert.match(await look(at), /etat=conversation/);
  let html = await look(`${at}?etat=conversation`);
  for (let replies = 0; !/>Fin : /.test(html.split('workshop-shown')[1] ?? ''); replies += 1) {
    assert.ok(replies < 12, 'an ending comes');
    const [, path = ''] = /chemin=([\d,]+)/.exec(html) ?? [];
    html = await look(`${at}?etat=conversation&chemin=${path}`);
  }
  assert.match(html, /Ce que cela produit/);
  assert.match(await look(`${at}?etat=conversation&chemin=9,9`), /Ce chemin n’existe plus/);
});

test('what does not exist is absent', async () => {
  assert.equal((await site.request('http://localhost/questions/2.1-absente')).status, 404);
});
