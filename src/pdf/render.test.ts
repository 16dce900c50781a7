import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outlineOf, readPdf } from '../../test/pdf-reader.ts';
import { type Block, type Drawing, renderPdf } from './index.ts';

const createdAt = new Date('2026-11-23T08:20:00Z');
const square: Drawing = {
  height: 20,
  shapes: () => [
    { shape: 'rectangle', x: 0, y: 0, width: 20, height: 20, fill: '#cccccc' },
    { shape: 'label', text: 'légende', x: 0, y: 4, width: 60 },
  ],
};
const title: Block = { block: 'heading', level: 1, text: 'Compte rendu' };

async function read(content: readonly Block[], name = 'Compte rendu') {
  const bytes = await renderPdf({ title: name, createdAt, footer: 'Pied de page', content });
  return readPdf(bytes);
}

test('a document says what it is: PDF/UA-1, in French, with its title shown and its pages in the order of tags', async () => {
  const pdf = await read([title, { block: 'paragraph', text: 'Bonjour.' }]);
  assert.equal(pdf.version, '%PDF-1.7');
  assert.equal(pdf.marked, true);
  assert.equal(pdf.language, 'fr-FR');
  assert.equal(pdf.displaysTitle, true);
  assert.equal(pdf.title, 'Compte rendu');
  assert.match(pdf.metadata, /<pdfuaid:part>1<\/pdfuaid:part>/);
  assert.match(pdf.metadata, /<dc:title>[\s\S]*Compte rendu[\s\S]*<\/dc:title>/);
  assert.match(pdf.metadata, /<xmp:CreateDate>2026-11-23T08:20:00Z</);
  assert.deepEqual(
    pdf.pages.map(({ tabs }) => tabs),
    ['S'],
  );
});

test('each kind of block has its tags, in reading order', async () => {
  const pdf = await read([
    title,
    { block: 'heading', level: 2, text: 'Décisions' },
    { block: 'notice', paragraphs: [{ text: 'À savoir.' }] },
    { block: 'list', marked: true, items: [[{ text: 'Premier.' }], [{ text: 'Second.' }]] },
    { block: 'figure', alt: 'Un carré gris.', drawing: square },
    {
      block: 'table',
      columns: [
        { title: 'Qui', share: 0.5 },
        { title: 'Quoi', share: 0.5 },
      ],
      rows: [[{ paragraphs: [{ text: 'Tutrice' }] }, { paragraphs: [{ text: 'Appeler' }], drawing: square }]],
    },
  ]);
  assert.equal(
    outlineOf(pdf.root),
    [
      'Document',
      '  H1',
      '  H2',
      '  P',
      '  L',
      ...Array(2).fill(['    LI', '      Lbl', '      LBody', '        P']).flat(),
      '  Div',
      '    Figure',
      '  Table',
      '    THead',
      '      TR',
      '        TH(Column)',
      '        TH(Column)',
      '    TBody',
      '      TR',
      '        TH(Row)',
      '          P',
      '        TD',
      '          P',
    ].join('\n'),
  );
  assert.equal(pdf.tags.find(({ type }) => type === 'Figure')?.alt, 'Un carré gris.');
  assert.equal(pdf.readsAsDrawn, true);
  assert.deepEqual(pdf.bookmarks, [
    { title: 'Compte rendu', children: [{ title: 'Décisions', children: [] }] },
  ]);
  assert.deepEqual(pdf.pages[0]?.untagged, []);
});

test('page numbers, rules and the drawings of a table are artifacts', async () => {
  const pdf = await read([
    title,
    {
      block: 'table',
      columns: [{ title: 'Qui', share: 1, scale: square }],
      rows: [[{ paragraphs: [{ text: 'Tutrice' }], drawing: square }]],
    },
  ]);
  assert.equal(pdf.root.text, 'Compte rendu Qui Tutrice');
  assert.match(pdf.pages[0]!.artifacts.join(''), /légende.*Pied de page.*Page 1 sur 1/);
});

test('a table that goes on shows the names of its columns again, to the eye only', async () => {
  const rows = Array.from({ length: 60 }, (_, index) => [{ paragraphs: [{ text: `Ligne ${index + 1}` }] }]);
  const pdf = await read([title, { block: 'table', columns: [{ title: 'Acte', share: 1 }], rows }]);
  assert.ok(pdf.pages.length > 2);
  assert.equal(pdf.tags.filter(({ type, scope }) => type === 'TH' && scope === 'Column').length, 1);
  for (const { artifacts } of pdf.pages.slice(1)) assert.match(artifacts.join(''), /Acte/);
  assert.equal(pdf.tags.filter(({ type }) => type === 'TR').length, 61);
  assert.equal(pdf.readsAsDrawn, true);
});

test('a paragraph cut by a page end stays one paragraph', async () => {
  const text = Array.from({ length: 1500 }, (_, index) => `mot${index}`).join(' ');
  const pdf = await read([title, { block: 'paragraph', text }]);
  assert.ok(pdf.pages.length > 1);
  const [paragraph, ...others] = pdf.tags.filter(({ type }) => type === 'P');
  assert.equal(others.length, 0);
  assert.equal(paragraph?.text.replace(/\s+/g, ' '), text);
});

test('a heading is never the last thing of its page', async () => {
  for (let lines = 30; lines <= 40; lines += 1) {
    const filling = Array.from(
      { length: lines },
      (): Block => ({ block: 'paragraph', style: 'small', text: 'x' }),
    );
    const pdf = await read([
      title,
      ...filling,
      { block: 'heading', level: 2, text: 'Suite' },
      { block: 'paragraph', text: 'Après.' },
    ]);
    const page = pdf.pages.find(({ text }) => text.includes('Suite'));
    assert.match(page?.text ?? '', /Suite Après/);
  }
});

test('French letters, signs and spaces are read as they are written', async () => {
  const text = 'Œuvre « à cœur » : l’élève a-t-il 10 % d’où… – naïf, Ÿ, 3 € ?';
  const pdf = await read([title, { block: 'paragraph', text }]);
  assert.equal(pdf.tags.find(({ type }) => type === 'P')?.text, text);
  assert.equal(pdf.unreadable, 0);
  for (const face of pdf.faces) assert.deepEqual(face, { ...face, embedded: true, tellsCharacters: true });
});

test('names from elsewhere are written with the faces that know them, and an unknown sign never breaks a document', async () => {
  const pdf = await read([
    title,
    { block: 'paragraph', text: 'Łukasz Şahin, Nguyễn Thị, Ελένη, Ђорђе' },
    { block: 'paragraph', text: 'Zoé 漢 \u0000\u200b' },
  ]);
  const [names, unknown] = pdf.tags.filter(({ type }) => type === 'P');
  assert.equal(names?.text, 'Łukasz Şahin, Nguyễn Thị, Ελένη, Ђорђе');
  assert.equal(unknown?.text, 'Zoé ?');
  assert.equal(pdf.unreadable, 0);
});

test('a title with signs of XML does not break the metadata', async () => {
  const { metadata } = await read([title], 'Suivi <b> & bilan');
  assert.match(metadata, /Suivi ‹b› et bilan/);
});

test('the same document at the same time is the same file', async () => {
  const document = { title: 'Essai', createdAt, footer: '', content: [title] };
  assert.deepEqual(await renderPdf(document), await renderPdf(document));
});

test('documents asked for together are made one at a time, and others are served in between', async () => {
  let turn = 0;
  let going = true;
  const count = () => {
    turn += 1;
    if (going) setImmediate(count);
  };
  setImmediate(count);
  const document = { title: 'Essai', createdAt, footer: '', content: [title] };
  const turns = await Promise.all([1, 2, 3, 4].map(() => renderPdf(document).then(() => turn)));
  going = false;
  assert.equal(new Set(turns).size, turns.length, String(turns));
});

test('a page read apart from the first says what it is of, and of which day', async () => {
  const pdf = await read([title, { block: 'new page' }, { block: 'paragraph', text: 'Suite.' }]);
  const [first, second] = pdf.pages.map(({ artifacts }) => artifacts.join(' '));
  assert.doesNotMatch(first!, /Compte rendu|23 novembre 2026/);
  assert.match(second!, /Compte rendu.*23 novembre 2026/);
  assert.match(second!, /Page 2 sur 2/);
});

test('what is to be read together is never cut, unless it is longer than a page', async () => {
  const situation = (name: string, lines: number): Block => ({
    block: 'together',
    content: [
      { block: 'heading', level: 2, text: name },
      ...Array.from(
        { length: lines },
        (_, line): Block => ({ block: 'paragraph', text: `${name} ${line}.` }),
      ),
    ],
  });
  const pdf = await read([title, ...Array.from({ length: 8 }, (_, at) => situation(`S${at}`, 5 + at))]);
  for (let at = 0; at < 8; at += 1) {
    const holding = pdf.pages.filter(({ text }) => new RegExp(`S${at} \\d`).test(text));
    assert.equal(holding.length, 1, `S${at}`);
  }
  const long = await read([title, situation('L', 60)]);
  assert.ok(long.pages.length > 1);
  assert.match(long.pages.at(-1)!.text, /L 59/);
});

test('a heading and its first words go with the table that they announce', async () => {
  for (let lines = 26; lines <= 38; lines += 1) {
    const filling = Array.from(
      { length: lines },
      (): Block => ({ block: 'paragraph', style: 'small', text: 'x' }),
    );
    const pdf = await read([
      title,
      ...filling,
      { block: 'heading', level: 3, text: 'Étapes' },
      { block: 'paragraph', text: 'Voici comment.' },
      {
        block: 'table',
        columns: [{ title: 'Acte', share: 1 }],
        rows: [[{ paragraphs: [{ text: 'Appeler' }] }]],
      },
    ]);
    const page = pdf.pages.find(({ text }) => text.includes('Étapes'));
    assert.match(page!.text, /Étapes.*Voici comment.*Acte.*Appeler/s, String(lines));
  }
});
