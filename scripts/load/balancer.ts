import { connect, createServer, type Socket } from 'node:net';

export type Balancer = { readonly port: number; close(): Promise<void> };

/** Hands each new connection to the next application in turn, or to another one when nobody answers there. */
export function openBalancer(ports: readonly number[]): Promise<Balancer> {
  const open = new Set<Socket>();
  let turn = 0;
  const server = createServer({ pauseOnConnect: true }, (client) => {
    open.add(client);
    client.on('error', () => client.destroy());
    client.on('close', () => open.delete(client));
    turn += 1;
    handOver(
      client,
      ports.map((_, index) => ports[(turn + index) % ports.length]!),
    );
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      resolve({
        port,
        close() {
          for (const socket of open) socket.destroy();
          return new Promise((closed) => server.close(() => closed()));
        },
      });
    });
  });
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
