import { connect, createServer, type Socket } from 'node:net';

export type Balancer = {
  readonly port: number;
  /** Those it hands connections to from now on. */
  giveTo(ports: readonly number[]): void;
  close(): Promise<void>;
};

export type BalancerOptions = {
  /** What each application is asked to know whether it takes people; without it, all are thought to. */
  probe?: string;
  probeEveryMs?: number;
};

/** Hands each new connection to the next application in turn, or to another one when nobody answers there. */
export async function openBalancer(
  ports: readonly number[],
  { probe, probeEveryMs = 250 }: BalancerOptions = {},
): Promise<Balancer> {
  const open = new Set<Socket>();
  let given = ports;
  const unready = new Set<number>();
  let turn = 0;
  const server = createServer({ pauseOnConnect: true }, (client) => {
    open.add(client);
    client.on('error', () => client.destroy());
    client.on('close', () => open.delete(client));
    turn += 1;
    const ready = given.filter((port) => !unready.has(port));
    const among = ready.length > 0 ? ready : given;
    handOver(
      client,
      among.map((_, index) => among[(turn + index) % among.length]!),
    );
  });
  const look = async (port: number) => {
    const answer = await fetch(`http://127.0.0.1:${port}${probe}`, {
      headers: { connection: 'close' },
      signal: AbortSignal.timeout(2_000),
    }).catch(() => null);
    await answer?.arrayBuffer().catch(() => undefined);
    if (answer?.ok) unready.delete(port);
    else unready.add(port);
  };
  const looking = probe ? setInterval(() => given.forEach((port) => void look(port)), probeEveryMs) : null;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as { port: number }).port,
    giveTo: (next) => {
      given = next;
    },
    close() {
      if (looking) clearInterval(looking);
      for (const socket of open) socket.destroy();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}

function handOver(client: Socket, [port, ...others]: readonly number[]): void {
  if (port === undefined) return void client.resetAndDestroy();
  const application = connect({ port, host: '127.0.0.1', noDelay: true });
  let reached = false;
  application.once('connect', () => {
    reached = true;
    client.setNoDelay(true);
    client.pipe(application);
    application.pipe(client);
    client.resume();
  });
  application.on('error', () => (reached ? client.destroy() : handOver(client, others)));
  application.on('close', () => reached && client.destroy());
  client.on('close', () => application.destroy());
}
