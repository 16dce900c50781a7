import { request as httpRequest } from 'node:http';
import { parse } from 'csv-parse/sync';
import { dayOf } from '../../src/calendar/index.ts';
import { COLLEGE } from '../../src/identity/demonstration.ts';
import { type Answer, type Client, characterNamed } from '../../test/journeys/visit/client.ts';
import { createPeople } from '../bench/people.ts';
import { changedSince, countRows } from './foreign.ts';
import { Person } from './person.ts';
import type { Ground, Row, Tally } from './row.ts';

const REFUSED_WITHIN_MS = 2_000;
/** Beside other tests, how fast says nothing. */
const REFUSED_IN_SHORT_MS = 10_000;
const FORMULAS = ['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1+1', '\r=1+1', '\n=1+1', '=cmd|"/c calc"!A1'];
const NAMES = 'uai;annee;inscrits;source';
/** The UAI is well formed, of a school of the importer. */
const line = (uai: string, year: number) => `${uai};${year};450;Enquête`;

export const spreadsheets: Row = {
  number: 11,
  title: 'CSV: formulas going out, hostile files coming in',
  async run(ground, tally) {
    await goingOut(ground, tally);
    await comingIn(ground, tally);
  },
};

/** What people typed is in the downloads; no cell may be run by a spreadsheet. */
async function goingOut({ place, db }: Ground, tally: Tally): Promise<void> {
  const [token] = await createPeople(db(), 1);
  const { client } = new Person(place.address, token!);
  const today = dayOf(new Date());
  for (const formula of FORMULAS) {
    await client.post('/mon-compte', { modifier: 'nom', nom: formula });
    await client.post('/plans', { situation: formula, act: formula, help: formula, due: today });
  }
  const own = await client.get('/mes-donnees.csv');
  checkCells(own, '/mes-donnees.csv', tally);
  await db().updateTable('school').set({ name: '=1+1' }).where('uai', '=', COLLEGE).execute();
  let named = false;
  for (const name of ['Claire Okafor', 'Samuel Ortega', 'Judith Amsellem']) {
    const reader = await characterNamed(place.address, name);
    for (const report of ['parcours', 'efficacite', 'signaux', 'sorties', 'usage', 'participants']) {
      const path = `/effets/${report}.csv`;
      const answer = await reader.get(path);
      if (answer.status !== 200) continue;
      named ||= answer.html.includes('=1+1');
      checkCells(answer, path, tally);
    }
  }
  tally.survives(named, 'the name of the school is in no download: nothing was tried');
}

function checkCells({ html, headers }: Answer, path: string, tally: Tally): void {
  const type = headers.get('content-type') ?? '';
  tally.survives(/^text\/csv/.test(type), `${path} is ${type}`);
  const delimiter = html.split('\n', 1)[0]!.includes(';') || !html.includes(',') ? ';' : ',';
  const rows = parse(html, {
    bom: true,
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
  }) as string[][];
  for (const cell of rows.flat()) {
    const runs = /^[=+\-@\t\r\n]/.test(cell) && !/^-\d+([.,]\d+)?$/.test(cell);
    tally.refuses(!runs, `${path}: a cell begins with ${JSON.stringify(cell.slice(0, 20))}`);
  }
}

async function comingIn({ place, db, short }: Ground, tally: Tally): Promise<void> {
  const samuel = await characterNamed(place.address, 'Samuel Ortega');
  const { uai } = await db()
    .selectFrom('school')
    .select('uai')
    .where('academie', '=', '17')
    .orderBy('uai')
    .executeTakeFirstOrThrow();
  const table = (...lines: string[]) => [NAMES, ...lines].join('\n');
  const good = line(uai, 2024);
  const windows1252 = Buffer.from(table(`${uai};2024;450;Enqu\xeate`), 'latin1');
  const files: [string, Buffer | string, { line?: number }][] = [
    ['UTF-16', Buffer.from(`\ufeff${table(good)}`, 'utf16le'), {}],
    ['Windows-1252', windows1252, {}],
    ['binary', Buffer.from(Array.from({ length: 20_000 }, (_, index) => (index * 7_919) % 256)), {}],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), {}],
    ['empty', '', {}],
    ['names alone', NAMES, {}],
    ['a cell too many', table(good, `${line(uai, 2023)};de trop`), { line: 3 }],
    ['a cell missing', table(good, `${uai};2023;450`), { line: 3 }],
    ['a quote left open', table(good, `${uai};2023;450;"Enquête`), { line: 3 }],
    ['the second line wrong', table(good, `${uai};2023;beaucoup;Enquête`), { line: 3 }],
    ['a school of nobody', table(good, '9999999Z;2024;450;Enquête'), { line: 3 }],
    ['the same twice', table(good, good), { line: 3 }],
    [
      '1 900 wrong lines',
      table(...Array.from({ length: 1_900 }, (_, index) => `x;${index};1;s`)),
      { line: 2 },
    ],
    ['one line of 60 000 signs', table('x'.repeat(60_000)), { line: 2 }],
    ['100 MB', Buffer.alloc((short ? 5 : 100) * 1_000_000, 'a'), {}],
    ['a million rows', `${NAMES}\n${`${good}\n`.repeat(short ? 20_000 : 1_000_000)}`, {}],
  ];
  const before = await countRows(db());
  let slowest = 0;
  const cut: string[] = [];
  for (const [what, file, { line: wrong }] of files) {
    const { status, html, took } = await sends(samuel, place.address, file);
    slowest = Math.max(slowest, took);
    tally.refuses(status === 422 || status === 413 || status === 0, `${what}: ${status}`);
    if (status === 0) cut.push(what);
    tally.survives(
      took < (short ? REFUSED_IN_SHORT_MS : REFUSED_WITHIN_MS),
      `${what}: refused after ${took.toFixed(0)} ms`,
    );
    if (status === 422) {
      const said = new RegExp(`[Ll]igne ${wrong ?? '\\d+'}\\b`).test(html);
      tally.survives(said, `${what}: the line ${wrong ?? ''} is not said`);
    }
  }
  const changed = await changedSince(db(), before);
  tally.refuses(changed.length === 0, `a refused file has changed ${changed}`);
  for (const [what, text] of [
    ['with a mark of its encoding', `\ufeff${table(good)}`],
    ['of Windows, by commas', table(line(uai, 2023)).replaceAll(';', ',').replaceAll('\n', '\r\n')],
  ] as const) {
    const { status } = await sends(samuel, place.address, text);
    tally.survives(status === 303, `a good file ${what}: ${status}`);
  }
  tally.notes.push(
    `${files.length} hostile files, slowest refusal ${slowest.toFixed(0)} ms; cut off before the page came: ${cut.join(', ') || 'none'}`,
  );
}

/** What came back; status 0 when the connection was cut before the whole body had left, which refuses it as well. */
type Received = { status: number; html: string; took: number };

/** The bytes of the file as they are, in the field of the form. What is answered before the end of the body is read. */
function sends(client: Client, address: string, file: Buffer | string): Promise<Received> {
  const body = Buffer.concat([
    Buffer.from('table='),
    encoded(Buffer.isBuffer(file) ? file : Buffer.from(file)),
  ]);
  const headers = {
    ...client.fromOurPages(),
    cookie: client
      .cookies()
      .map(({ name, value }) => `${name}=${value}`)
      .join('; '),
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': body.length,
  };
  const began = performance.now();
  return new Promise((resolve) => {
    const ends = (status: number, html: string) => resolve({ status, html, took: performance.now() - began });
    const request = httpRequest(
      `${address}/effets/import`,
      { method: 'POST', headers, agent: false },
      (answer) => {
        let html = '';
        answer.setEncoding('utf8');
        answer.on('data', (piece) => (html += piece));
        answer.on('close', () => {
          request.destroy();
          ends(answer.statusCode ?? 0, html);
        });
      },
    );
    request.on('error', () => ends(0, ''));
    request.end(body);
  });
}

/** A small file byte by byte; a large one is plain text, but for its ends of lines. */
function encoded(bytes: Buffer): Buffer {
  if (bytes.length > 100_000) return Buffer.from(bytes.toString('latin1').replaceAll('\n', '%0A'));
  return Buffer.from([...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
}
