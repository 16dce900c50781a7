import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { indexActions, seedIdeas } from './actions/index.ts';
import { recordQuestions, seedAssessments } from './assessment/index.ts';
import { seedCampaigns } from './campaigns/index.ts';
import { seedCertificate } from './certificate/index.ts';
import { ContentError, loadContent } from './content/index.ts';
import {
  type Db,
  isRefused,
  openReplica,
  type Replica,
  startDatabase,
  withoutValues,
} from './database/index.ts';
import { readEnvironment } from './environment.ts';
import { seedFollowUps } from './follow-up/index.ts';
import {
  demonstrationMailer,
  demonstrationProvider,
  gate,
  loadAcademies,
  refuseOtherUse,
  seedDemonstration,
  smtpMailer,
} from './identity/index.ts';
import { seedInsights } from './insights/index.ts';
import { startJobs } from './jobs/index.ts';
import { seedLearning } from './learning/index.ts';
import { configureLog, say } from './log/index.ts';
import { listenForMetrics, startMeters } from './metrics/index.ts';
import { closeServer, watchOverLife } from './process-life.ts';
import { routes } from './routes.ts';
import { jobs } from './schedule.ts';
import { seedSelfDiagnosis } from './self-diagnosis/index.ts';
import { createServer, keptAssets } from './web/index.ts';
import { endStreams, seedWorkshops } from './workshop/index.ts';

const log = (text: string) => say('info', { event: 'said', text });
const life = watchOverLife(log);

async function main(): Promise<void> {
  const environment = readEnvironment(process.env);
  if ('refused' in environment) return giveUp(environment.refused);
  const { port, dataDir, databaseUrl, smtp, settings } = environment;
  configureLog(environment.log);
  life.drainFor(environment.drainSeconds);
  if (Number(process.versions.node.split('.')[0]) < 24) {
    log(
      `Node ${process.versions.node} : l’application est prévue pour Node 24, elle fonctionne mais n’y est pas testée.`,
    );
  }

  const [database, assets] = await Promise.all([
    startDatabase({ databaseUrl, dataDir, log }),
    keptAssets({ official: settings.official }),
  ]);
  if (isRefused(database)) return giveUp(database.message);
  const { db } = database;
  life.beforeEnd(() => database.close());
  const otherUse = await refuseOtherUse(db, settings.demonstration);
  if (otherUse !== null) return giveUp(otherUse);

  const now = () => new Date();
  const content = await recordQuestions(db, loadContent(), now(), log);
  await loadAcademies(db);
  await indexActions(db, content.actions);
  if (settings.demonstration) {
    await seedDemonstration(db, content, now());
    await seedAssessments(db, content, now());
    await seedLearning(db, content, now());
    await seedCampaigns(db, content, now());
    await seedCertificate(db, content, now());
    await seedFollowUps(db, now());
    await seedInsights(db, content, now());
    await seedWorkshops(db, content, now());
    await seedIdeas(db, now());
    await seedSelfDiagnosis(db, content, now());
  }

  const { metrics } = environment;
  const replica = environment.replica && followReplica(db, environment.replica);
  if (replica) life.beforeEnd(replica.close);
  const meters = metrics ? startMeters({ db, replica, isLeaving: life.isLeaving }) : null;
  if (meters && metrics?.port) {
    const door = await listenForMetrics(metrics.port, meters).catch((error: Error) => error.message);
    if (typeof door === 'string') return giveUp(`METRICS_PORT=${metrics.port} ne peut pas servir : ${door}`);
    life.beforeEnd(door.close);
  }

  const sendMail =
    smtp && !settings.demonstration ? smtpMailer(smtp.url, smtp.from) : demonstrationMailer(db, now);
  let answer: RequestListener = () => undefined;
  const server = createHttpServer((incoming, outgoing) => answer(incoming, outgoing));
  server.once('error', (error: NodeJS.ErrnoException) =>
    giveUp(
      error.code === 'EADDRINUSE'
        ? `Le port ${port} est déjà pris : arrêtez l’autre programme, ou choisissez PORT=…`
        : `Le serveur ne démarre pas : ${error.message}`,
    ),
  );
  server.listen(port, () => {
    life.beforeEnd(() => closeServer(server));
    life.beforeEnd(endStreams);
    const address = server.address();
    const home = `http://localhost:${typeof address === 'object' && address ? address.port : port}`;
    const origin = settings.publicUrl ?? home;
    const local = settings.demonstration ? demonstrationProvider(db, origin) : null;
    const identityProviders = [...settings.identityProviders, ...(local ? [local.settings] : [])];
    const site = createServer(
      {
        db,
        content,
        assets,
        settings: { ...settings, identityProviders },
        sendMail,
        now,
        isLeaving: life.isLeaving,
        ...(replica && { readFigures: replica.read }),
        ...(meters && { watch: meters }),
      },
      routes,
      gate,
    );
    const listener = getRequestListener(site.fetch);
    answer = (incoming, outgoing) => {
      // Whoever comes again opens another connection, which the balancer gives to somebody who stays.
      if (life.isLeaving()) outgoing.shouldKeepAlive = false;
      if (!local?.answers(incoming, outgoing)) listener(incoming, outgoing);
    };
    log(`Application Persévérance : ${home}`);
    const { connectionString } = database;
    const surroundings = { db, content, sendMail, now, origin, log };
    const running = startJobs({ connectionString, jobs, surroundings });
    life.onLeaving(async () => (await running)?.stop());
  });
}

async function giveUp(line: string): Promise<void> {
  say('error', { event: 'said', text: line });
  await life.end(1);
}

function followReplica(primary: Db, { url, maxLagSeconds }: { url: string; maxLagSeconds: number }): Replica {
  const onChange = (state: 'used' | 'left', reason: string) =>
    say('warn', { event: 'replica', state, reason });
  return openReplica({ primary, connectionString: url, maxLagSeconds, onChange });
}

function whole(error: unknown): string {
  const known = withoutValues(error);
  return known instanceof Error ? (known.stack ?? known.message) : String(known);
}

main().catch(async (error: unknown) => {
  const text = error instanceof ContentError ? `Contenu non valable :\n${error.message}` : whole(error);
  say('error', { event: 'said', text });
  await life.end(1);
});
