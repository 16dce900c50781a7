import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { follows, main } from './visit/answering.ts';
import { startDemonstration } from './visit/application.ts';
import { journey } from './visit/browser.ts';
import { characterNamed } from './visit/client.ts';

const FOLDER = join(import.meta.dirname, '../../docs/images');
const MORNING = pathToFileURL(join(import.meta.dirname, 'visit/november-morning.ts')).href;

/** Those of the README; the same at each run, until a page changes. */
if (process.env.SCREENSHOTS === '1') {
  journey('The pictures of the README are taken', async (visits) => {
    mkdirSync(FOLDER, { recursive: true });
    const application = await startDemonstration([MORNING]);
    try {
      const context = await visits.open({ baseURL: application.address });
      const page = await context.newPage();
      const takes = async (name: string, height: number) => {
        await page.setViewportSize({ width: 1280, height });
        await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' });
      };
      await page.goto('/', { waitUntil: 'networkidle' });
      await takes('home', 800);

      await context.addCookies((await characterNamed(application.address, 'Claire Okafor')).cookies());
      await page.goto('/mon-espace');
      await follows(page, main(page).getByRole('link', { name: 'Reprendre', exact: true }));
      await takes('question', 1200);

      await context.addCookies((await characterNamed(application.address, 'Inès Delattre')).cookies());
      await page.goto('/mon-profil', { waitUntil: 'networkidle' });
      await takes('profile', 1200);

      await context.addCookies((await characterNamed(application.address, 'Thomas Nguyen')).cookies());
      await page.goto('/suivi', { waitUntil: 'networkidle' });
      await takes('follow-up', 1200);

      await context.addCookies((await characterNamed(application.address, 'Claire Okafor')).cookies());
      await page.goto('/effets', { waitUntil: 'networkidle' });
      await takes('effects', 1200);
    } finally {
      await application.stop();
    }
  });
}
