import assert from 'node:assert/strict';
import { readPdf } from '../pdf-reader.ts';
import { button, headingOf, main, textOf } from './visit/answering.ts';
import { journey } from './visit/browser.ts';
import { type Effort, Hand, inASpreadsheet, secondsOf } from './visit/hand.ts';
import { entersAs } from './visit/person.ts';

const SITUATIONS = 12;
const ACTS = [
  'Un quart d’heure chaque lundi',
  'Appeler pour convenir d’un rendez-vous',
  'Reprendre le cours manqué en aide aux devoirs',
  'Accueil au portail le jour du retour',
];
const LEVERS = ['Un adulte repère, disponible'];

journey(
  'Twelve situations: prepared, decided, in the minutes, for less work than in a spreadsheet',
  async (visits, t) => {
    const page = await (await visits.open()).newPage();
    await entersAs(page, 'Thomas Nguyen');
    await page.goto('/gpds');
    const hand = new Hand(page);

    await hand.press(button(page, 'Préparer'));
    const links = main(page).locator('.agenda a[data-follow-up]');
    const proposed = await links.count();
    if (proposed < SITUATIONS) await hand.press(button(page, /^Ajouter les \d+ autres$/));
    assert.equal(await links.count(), SITUATIONS);
    const codes = await Promise.all((await links.all()).map(textOf));
    const preparation = hand.takeCount();

    await hand.press(main(page).getByRole('link', { name: 'Commencer la réunion' }));
    let overdue = 0;
    const decided: string[] = [];
    for (const [place, code] of codes.entries()) {
      assert.match(await headingOf(page), new RegExp(code));
      const lookedBack = main(page).locator('section').filter({ hasText: 'Ce qui était décidé' });
      for (const done of await lookedBack.getByLabel('Fait', { exact: true }).all()) {
        await hand.check(done);
        overdue += 1;
      }
      for (const lever of LEVERS) await hand.check(main(page).getByLabel(lever));
      await hand.chooses(page.getByLabel('Quoi'), { index: 1 + (place % 5) });
      await hand.chooses(page.getByLabel('Qui', { exact: true }), { index: 1 + (place % 3) });
      assert.match(await page.getByLabel('Pour le').inputValue(), /^\d{4}-/, 'a date is proposed');
      const act = ACTS[place % ACTS.length]!;
      await hand.writes(page.getByLabel('L’acte, en une phrase', { exact: false }), act);
      decided.push(act);
      await hand.press(button(page, /^Enregistrer et (passer à la suivante|revenir à l’ordre du jour)$/));
    }
    const meeting = hand.takeCount();

    await hand.press(button(page, 'Terminer et lire le compte rendu'));
    const minutes = hand.takeCount();
    const text = await textOf(main(page));
    for (const code of codes) assert.ok(text.includes(code), `${code} is in the minutes`);
    for (const act of ACTS)
      assert.equal(text.split(act).length - 1, decided.filter((one) => one === act).length);
    const pdf = await page.request.get(`${page.url()}.pdf`);
    const { root } = readPdf(Buffer.from(await pdf.body()));
    for (const code of codes) assert.ok(root.text.includes(code), `${code} is in the printed minutes`);

    const sheet = inASpreadsheet({ situations: SITUATIONS, overdue, acts: decided });
    const ours = { preparation, meeting, minutes };
    for (const part of ['preparation', 'meeting', 'minutes'] as const) {
      t.diagnostic(`${part}: ${told(ours[part])}; in a spreadsheet ${told(sheet[part])}`);
    }
    assert.ok(secondsOf(preparation) < 300, 'prepared in less than five minutes of hand');
    const [here, there] = [ours, sheet].map((parts) => Object.values(parts).reduce(sum));
    t.diagnostic(`together: ${told(here!)}; in a spreadsheet ${told(there!)}`);
    assert.ok(here!.clicks < there!.clicks && here!.keys < there!.keys);
  },
);

const sum = (one: Effort, other: Effort): Effort => ({
  clicks: one.clicks + other.clicks,
  keys: one.keys + other.keys,
});
const told = (effort: Effort) =>
  `${effort.clicks} clicks, ${effort.keys} keys, ${Math.round(secondsOf(effort))} s of hand`;
