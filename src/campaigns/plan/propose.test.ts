import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readPdf } from '../../../test/pdf-reader.ts';
import { isDay, isPublicHoliday } from '../../calendar/index.ts';
import { competencesOf, loadContent } from '../../content/index.ts';
import { renderPdf } from '../../pdf/index.ts';
import type { Step } from '../desk/campaign.ts';
import type { Standing, TeamFigures } from '../team/figures.ts';
import { planDocument } from './plan-pdf.ts';
import { proposePlan } from './propose.ts';
import { LONGEST_LINE, OWNERS, readChange, readDates, readLine, whereOf } from './training-plan.ts';

const content = loadContent();
const CODES = competencesOf(content.framework).map(({ code }) => code);
const campaign = { competences: ['3.2'], reach: { kind: 'school', code: '0000101J' } } as const;
const asked = {
  campaign: { ...campaign, competences: ['3.2'], steps: [] as Step[] },
  content,
  today: '2026-11-30',
};

function figures(change: {
  mean?: number;
  domains?: Partial<Record<string, Standing>>;
  competences?: Partial<Record<string, Standing>>;
  measured?: TeamFigures['competences'][number]['measured'];
}): TeamFigures {
  const { mean = 0, domains = {}, competences = {}, measured = 'mostly' } = change;
  return {
    people: 8,
    general: { mean, error: 0.2 },
    domains: content.framework.domains.map(({ code }) => ({
      code,
      mean,
      error: 0.2,
      standing: domains[code] ?? 'like-the-rest',
    })),
    competences: CODES.map((code) => ({ code, measured, standing: competences[code] ?? 'like-the-rest' })),
  };
}

test('a plan begins and ends at the pedagogical council, and each line says why it is there', () => {
  const lines = proposePlan({ ...asked, figures: figures({ domains: { 4: 'need' } }) });
  assert.deepEqual([lines.at(0)?.kind, lines.at(-1)?.kind], ['council', 'council']);
  for (const { reason, title } of lines) assert.ok(reason.length > 20 && title.length <= LONGEST_LINE, title);
});

test('what the group needs comes before what was chosen for it, with a module of its level, a conversation, a workshop', () => {
  const lines = proposePlan({
    ...asked,
    figures: figures({ domains: { 4: 'need', 1: 'strength' }, competences: { '4.2': 'need' } }),
  });
  const module = lines.find(({ kind }) => kind === 'module');
  assert.match(module?.contentId ?? '', /^4\.2-/);
  assert.match(module?.reason ?? '', /moins assurée que les autres.*pour commencer/);
  const workshops = lines.filter(({ kind }) => kind === 'workshop');
  assert.deepEqual(
    workshops.map(({ contentId, title }) => [contentId, title]),
    [['at-leonie', content.workshops.find(({ id }) => id === 'at-leonie')!.title]],
    'the situation that is about 4.2 first of all',
  );
  assert.match(lines.find(({ kind }) => kind === 'other')?.title ?? '', /Comprendre et prévenir/);
  assert.equal(
    lines.some(({ kind }) => kind === 'stage'),
    false,
    'enough is measured',
  );
  const able = proposePlan({ ...asked, figures: figures({ mean: 1.2, domains: { 4: 'need' } }) });
  const advanced = content.modules.find(
    ({ id }) => id === able.find(({ kind }) => kind === 'module')?.contentId,
  );
  assert.equal(advanced?.levels[0], 3);
});

test('where no situation is about what was chosen, the workshop is left to choose', () => {
  const lines = proposePlan({ ...asked, content: { ...content, workshops: [] }, figures: null });
  const workshop = lines.find(({ kind }) => kind === 'workshop');
  assert.deepEqual([workshop?.contentId, workshop && whereOf(workshop, content)], [null, '/ateliers']);
  assert.match(workshop?.title ?? '', /^Atelier en équipe, 45 minutes/);
});

test('what a plan names is opened from it; what is no longer there, and what has no page, is not', () => {
  const of = (kind: 'module' | 'workshop' | 'council' | 'other', contentId: string | null) =>
    whereOf({ kind, contentId }, content);
  assert.equal(of('module', '3.2-premier-appel'), '/modules/3.2-premier-appel');
  assert.equal(of('workshop', 'at-robin'), '/ateliers/cas/at-robin');
  assert.deepEqual([of('module', 'gone'), of('council', null), of('other', null)], [null, null, null]);
});

test('a line is rewritten in one’s own words, which are not too long and not empty', () => {
  const typed = {
    title: ' Deux  heures ',
    reason: '',
    from: '2027-01-05',
    until: '2027-01-05',
    owner: 'CPE',
  };
  const read = readChange(typed, '');
  assert.ok('change' in read && read.change.title === 'Deux heures' && read.change.reason === '');
  for (const change of [
    { title: ' ' },
    { title: 'a'.repeat(LONGEST_LINE + 1) },
    { reason: 'a'.repeat(401) },
  ]) {
    const refused = readChange({ ...typed, ...change }, 'x-');
    assert.ok('errors' in refused && refused.errors.every(({ field }) => field.startsWith('x-')));
  }
  const both = readChange({ ...typed, title: '', from: '' }, '');
  assert.ok('errors' in both && both.errors.length === 2, 'all that is wrong is said at once');
});

test('without a team view the plan rests on what was chosen, and begins by finding out', () => {
  const lines = proposePlan({ ...asked, figures: null });
  assert.equal(lines[1]?.kind, 'stage');
  const module = lines.find(({ kind }) => kind === 'module');
  assert.match(module?.contentId ?? '', /^3\.2-/);
  assert.match(module?.reason ?? '', /^Compétence choisie pour ce groupe/);
  assert.ok(lines.some(({ kind, contentId }) => kind === 'dialogue' && contentId !== null));
});

test('what the group does already is not proposed to it again: the plan goes on from there', () => {
  const steps: Step[] = [{ kind: 'module', id: '3.2-premier-appel' }];
  const lines = proposePlan({ ...asked, campaign: { ...asked.campaign, steps }, figures: null });
  const module = lines.find(({ kind }) => kind === 'module');
  assert.equal(module?.contentId, '3.2-tenir-le-lien-en-desaccord');
  assert.match(module?.reason ?? '', /pour aller plus loin/);
});

test('whatever is known and whatever the day, the dates follow each other, on days when a school may be open, before July', () => {
  const standing = fc.constantFrom<Standing>('need', 'strength', 'like-the-rest');
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('1', '2', '3', '4', '5'), standing),
      fc.dictionary(fc.constantFrom(...CODES), standing),
      fc.constantFrom('rarely' as const, 'partly' as const, 'mostly' as const),
      fc.date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true }),
      (domains, competences, measured, date) => {
        const today = date.toISOString().slice(0, 10);
        const lines = proposePlan({ ...asked, today, figures: figures({ domains, competences, measured }) });
        assert.ok(lines.length >= 4 && lines.length <= 14);
        for (const [index, { from, until, owner }] of lines.entries()) {
          assert.ok(isDay(from) && isDay(until) && from <= until && from > today);
          assert.ok(OWNERS.includes(owner));
          assert.ok(![0, 6].includes(new Date(`${from}T12:00:00Z`).getUTCDay()));
          assert.ok(!isPublicHoliday(from) && !/-12-2[5-9]|-12-3|-01-0[12]$/.test(from), from);
          assert.ok(!['07', '08'].includes(from.slice(5, 7)), from);
          if (index > 0) assert.ok(from >= lines[index - 1]!.from);
        }
      },
    ),
  );
});

test('a line typed by hand is a content, or words; dates that do not follow are refused', () => {
  const typed = { content: '', title: '', reason: '', from: '2027-01-05', until: '2027-01-05', owner: 'CPE' };
  assert.ok('errors' in readLine(typed, content));
  const own = readLine({ ...typed, title: ' Visite  de la mission locale ' }, content);
  assert.ok('line' in own && own.line.title === 'Visite de la mission locale' && own.line.kind === 'other');
  const dialogue = readLine({ ...typed, content: `dialogue:${content.dialogues[0]!.id}` }, content);
  assert.ok('line' in dialogue && dialogue.line.title === content.dialogues[0]!.title);
  const workshop = readLine({ ...typed, content: 'workshop:at-yse' }, content);
  assert.ok('line' in workshop && workshop.line.kind === 'workshop' && workshop.line.contentId === 'at-yse');
  const refused = [{ until: '2026-01-01' }, { from: '' }, { owner: 'Madame Dupont' }];
  for (const change of refused) assert.ok('errors' in readDates({ ...typed, ...change }, ''));
});

test('the plan in PDF reads in order, tagged, with a table whose headers are said', async () => {
  const lines = proposePlan({ ...asked, figures: null }).map((line, index) => ({
    ...line,
    id: String(index),
  }));
  const about = { title: 'Appels', reachName: 'Collège des Quatre-Vents', reach: campaign.reach };
  const pdf = readPdf(await renderPdf(planDocument(about, lines, new Date('2026-11-30T08:00:00Z'))));
  assert.deepEqual(
    [pdf.marked, pdf.language, pdf.displaysTitle, pdf.readsAsDrawn, pdf.unreadable],
    [true, 'fr-FR', true, true, 0],
  );
  assert.equal(pdf.title, 'Plan de formation 2026-2027 – Appels');
  assert.equal(pdf.tags.filter(({ type, scope }) => type === 'TH' && scope === 'Row').length, lines.length);
  for (const { untagged } of pdf.pages) assert.deepEqual(untagged, []);
});
