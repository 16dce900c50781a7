import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataFlowPicture } from '../src/legal/index.ts';
import { ROOT } from '../src/root.ts';
import { flowText, retentionText } from './privacy/documents.ts';

const HELP = `npm run privacy: writes what docs/privacy draws from the code — durees-de-conservation.md,
flux-de-donnees.md and its picture. A test compares them; the other documents there are written by hand.`;

if (process.argv.includes('--help')) console.log(HELP);
else {
  const folder = join(ROOT, 'docs/privacy');
  writeFileSync(join(folder, 'durees-de-conservation.md'), retentionText());
  writeFileSync(join(folder, 'flux-de-donnees.md'), flowText());
  writeFileSync(join(folder, 'flux-de-donnees.svg'), `${<DataFlowPicture />}\n`);
}
