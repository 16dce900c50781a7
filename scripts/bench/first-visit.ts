import { createRandom } from '../../psychometrics/index.ts';
import { answerAtRandom } from '../../test/answer-form.ts';
import { openBrowser, openConnection, textOf } from './browser.ts';

export type FirstVisit = {
  requests: number;
  /** Bytes received, compressed, headers left out. Fonts are counted apart. */
  bytes: number;
  fontRequests: number;
  fontBytes: number;
  files: { path: string; bytes: number; encoding: string }[];
};

/** What an empty browser downloads to show a question: the page and all it names. */
export async function measureFirstVisit(port: number, token: string): Promise<FirstVisit> {
  const connection = openConnection(port);
  const browser = openBrowser(port, token, connection);
  const files: FirstVisit['files'] = [];
  async function download(path: string): Promise<string> {
    const answer = await browser.get(path);
    if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
    const { body, headers } = answer;
    files.push({ path, bytes: body.length, encoding: headers['content-encoding'] ?? 'none' });
    return textOf(answer);
  }

  const started = await browser.post('/evaluations', new URLSearchParams());
  let place = started.headers.location!;
  while (!place.includes('/questions/')) place = (await browser.get(place)).headers.location!;
  const page = await download(place);
  if (!answerAtRandom(page, createRandom('first visit'))) throw new Error('the page asks nothing');
  const named = new Set([...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path!));
  for (const path of named) {
    const text = await download(path);
    if (path.endsWith('.css')) {
      for (const [, font] of text.matchAll(/url\(["']?(\/assets\/[^"')]+)/g)) named.add(font!);
    }
  }
  connection.close();

  const fonts = files.filter(({ path }) => path.endsWith('.woff2'));
  const others = files.filter((file) => !fonts.includes(file));
  return {
    requests: others.length,
    bytes: total(others),
    fontRequests: fonts.length,
    fontBytes: total(fonts),
    files,
  };
}

function total(files: FirstVisit['files']): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}
