import { readFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { getRequestListener } from '@hono/node-server';
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import type { Database } from '../../src/database/index.ts';
import { type Application, createServer, keptAssets } from '../../src/web/index.ts';
import { type Command, WriterError } from './command.ts';
import { previewRoutes } from './preview/pages.tsx';
import { openWorkshop, type Workshop } from './preview/workshop.ts';

const CONTENT = fileURLToPath(new URL('../../content', import.meta.url));
const STYLE = readFileSync(new URL('preview/preview.css', import.meta.url), 'utf8');
/** A page follows the files it shows. */
const FOLLOW = ';new EventSource("/changements").onmessage=()=>location.reload();';

export const preview: Command = {
  name: 'preview',
  summary: 'ouvre l’atelier : chaque contenu dans tous ses états, à jour quand un fichier change',
  help: `npm run content -- preview [--port 3210]

Ouvre une page locale, sans base de données ni compte : la liste des contenus, et chacun dans tous ses états (sans réponse,
juste, en partie juste, à revoir, imprimé, lu par un lecteur d’écran). Elle se remet à jour quand un fichier change ; une
erreur est dite avec le fichier et la ligne. Ctrl+C pour fermer.
`,
  run: async (words) => {
    const { values } = parseArgs({ args: words, options: { port: { type: 'string', default: '3210' } } });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new WriterError('Le port est un nombre : --port 3210.');
    const workshop = openWorkshop(CONTENT);
    const { fetch } = await createPreview(workshop);
    const server = createHttpServer(getRequestListener(fetch));
    await new Promise<void>((resolve, reject) => {
      server.once('error', (error: NodeJS.ErrnoException) =>
        reject(
          error.code === 'EADDRINUSE'
            ? new WriterError(`Le port ${port} est déjà pris : choisissez-en un autre avec --port.`)
            : error,
        ),
      );
      server.listen(port, '127.0.0.1', resolve);
    }).finally(() => {
      if (!server.listening) workshop.close();
    });
    const address = server.address();
    console.log(
      `L’atelier : http://localhost:${typeof address === 'object' && address ? address.port : port}`,
    );
  },
};

/** The preview as a function from a request to a response; it never reaches a database. */
export async function createPreview(workshop: Workshop): Promise<ReturnType<typeof createServer>> {
  const assets = await keptAssets({ official: false });
  const byPath = new Map(assets.byPath);
  const add = (path: string, type: string, text: string): string => {
    byPath.set(path, { path, type, body: new TextEncoder().encode(text), encoded: {} });
    return path;
  };
  const textOf = (path: string) => new TextDecoder().decode(assets.byPath.get(path)!.body);
  const rooms = ['workshop', 'certificate'].map((room) => textOf(assets.rooms[room]!)).join('');
  const style = textOf(assets.stylesheet) + rooms + STYLE;
  const version = Date.now().toString(36);
  const stylesheet = add(`/assets/atelier-${version}.css`, 'text/css; charset=utf-8', style);
  const printed = add(
    `/assets/papier-${version}.css`,
    'text/css; charset=utf-8',
    style.replaceAll(/@media print\b/g, '@media all'),
  );
  const script = add(
    `/assets/atelier-${version}.js`,
    'text/javascript; charset=utf-8',
    textOf(assets.script) + FOLLOW,
  );
  const db = new Kysely<Database>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
  const app: Omit<Application, 'content'> = {
    db,
    assets: { ...assets, stylesheet, script, byPath },
    settings: {
      demonstration: true,
      official: false,
      publicUrl: null,
      behindProxy: false,
      identityProviders: [],
      strongSignIn: false,
      operator: {},
    },
    sendMail: async () => {},
    now: () => new Date(),
  };
  return createServer(
    {
      ...app,
      get content() {
        const content = workshop.content();
        if (!content) throw new WriterError(workshop.unreadable().join('\n'));
        return content;
      },
    },
    previewRoutes(workshop, printed),
    { findViewer: async () => null, signInFirst: () => new Response(null, { status: 404 }) },
  );
}
