import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { dayOf } from '../../src/calendar/index.ts';
import { createPeople } from '../bench/people.ts';
import { Person } from './person.ts';
import type { Ground, Tally } from './row.ts';
import { naughtyStrings } from './strings.ts';

const BROWSERS = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
/** Every way of running a script that the list knows of. */
const SCRIPTS = /script|onerror|onload|svg|img|iframe|javascript:|onmouse|onfocus|alert/i;

const LONGEST_NAME = 100;

/** What was typed by somebody is shown in a real browser: a script that ran would change the title, or open a box. */
export async function pagesRunNothing({ place, db }: Ground, tally: Tally): Promise<void> {
  const executablePath = BROWSERS.find((path) => path !== undefined && existsSync(path));
  if (!executablePath) {
    tally.notes.push('no browser on this machine: whether a script runs was read in the HTML alone');
    return;
  }
  const [token] = await createPeople(db(), 1);
  const { client } = new Person(place.address, token!);
  const browser = await chromium.launch({ executablePath, chromiumSandbox: false, args: ['--disable-gpu'] });
  try {
    const context = await browser.newContext();
    await context.addCookies(client.cookies());
    const page = await context.newPage();
    let ran: string | null = null;
    page.on('dialog', (dialog) => {
      ran = dialog.message();
      void dialog.dismiss();
    });
    const strings = naughtyStrings().filter((text) => SCRIPTS.test(text));
    const shows = async (path: string, what: string) => {
      await page.goto(`${place.address}${path}`);
      tally.refuses(ran === null && (await page.title()) !== 'ran', `${path} ran ${what}`);
      ran = null;
    };
    for (const text of strings) {
      const named = await client.post('/mon-compte', { modifier: 'nom', nom: text.slice(0, LONGEST_NAME) });
      await client.post('/plans', { situation: text, act: text, help: text, due: dayOf(new Date()) });
      if (named.status === 303) await shows('/mon-compte', JSON.stringify(text.slice(0, 80)));
    }
    await shows('/plans', 'one of the plans');
    const kept = await db().selectFrom('plan').select('id').where('situation', 'in', strings).execute();
    tally.survives(kept.length > 0, 'no plan was kept: nothing was shown in the browser');
    tally.notes.push(`${strings.length} scripts shown in Chromium, in ${kept.length} plans and as names`);
  } finally {
    await browser.close();
  }
}
