import { stringify } from 'yaml';
import type { Machine } from './network.ts';

// The settings that docs/failover.md explains. Real machines keep all of them but addresses, folders and passwords.

export type Passwords = { superuser: string; replication: string; application: string };

const DATABASE = 'perseverance';
const POSTGRES = 5432;
const PATRONI = 8008;
const ETCD = 2379;
const ETCD_PEERS = 2380;

/** What the application asks for at each connection, and PgBouncer cannot carry: the account has them instead. */
const LIMITS = {
  statement_timeout: '10s',
  lock_timeout: '5s',
  idle_in_transaction_session_timeout: '60s',
};

export const addressOf = {
  postgres: ({ address }: Machine) => `${address}:${POSTGRES}`,
  patroni: ({ address }: Machine) => `${address}:${PATRONI}`,
};

export function etcdArguments(machine: Machine, machines: readonly Machine[], dataDir: string): string[] {
  const peers = `http://${machine.address}:${ETCD_PEERS}`;
  const clients = `http://${machine.address}:${ETCD}`;
  return [
    ...['--name', machine.name, '--data-dir', dataDir],
    ...['--listen-peer-urls', peers, '--initial-advertise-peer-urls', peers],
    ...['--listen-client-urls', clients, '--advertise-client-urls', clients],
    '--initial-cluster',
    machines.map(({ name, address }) => `${name}=http://${address}:${ETCD_PEERS}`).join(','),
    ...['--logger', 'zap', '--log-level', 'error'],
  ];
}

export function patroniSettings(
  machine: Machine,
  place: {
    machines: readonly Machine[];
    range: string;
    dataDir: string;
    socketDir: string;
    binaries: string;
    passwords: Passwords;
  },
): string {
  const { machines, range, dataDir, socketDir, binaries, passwords } = place;
  return stringify({
    scope: DATABASE,
    name: machine.name,
    restapi: { listen: addressOf.patroni(machine), connect_address: addressOf.patroni(machine) },
    etcd3: { hosts: machines.map(({ address }) => `${address}:${ETCD}`) },
    bootstrap: {
      dcs: {
        // A leader is replaced once it has given no sign of life for `ttl` seconds.
        ttl: 15,
        loop_wait: 3,
        retry_timeout: 5,
        primary_start_timeout: 10,
        synchronous_mode: true,
        postgresql: {
          use_pg_rewind: true,
          use_slots: true,
          parameters: { max_connections: 100, wal_keep_size: '256MB' },
        },
      },
      initdb: [{ encoding: 'UTF8' }, { 'locale-provider': 'icu' }, { 'icu-locale': 'fr' }, 'data-checksums'],
      pg_hba: [
        'local all all scram-sha-256',
        `host all all ${range} scram-sha-256`,
        `host replication replicator ${range} scram-sha-256`,
      ],
    },
    postgresql: {
      listen: addressOf.postgres(machine),
      connect_address: addressOf.postgres(machine),
      data_dir: dataDir,
      bin_dir: binaries,
      pgpass: `${socketDir}/pgpass`,
      authentication: {
        superuser: { username: 'postgres', password: passwords.superuser },
        replication: { username: 'replicator', password: passwords.replication },
      },
      parameters: { unix_socket_directories: socketDir },
    },
  });
}

/** Run once, on the first leader. */
export function databaseStatements({ application }: Passwords): string[] {
  return [
    `create role ${DATABASE} login password '${application}'`,
    ...Object.entries(LIMITS).map(([name, value]) => `alter role ${DATABASE} set ${name} = '${value}'`),
    `create database ${DATABASE} owner ${DATABASE}`,
  ];
}

/** HAProxy: whoever connects reaches the leader, and leaves it when it no longer is. */
export function haproxySettings(machines: readonly Machine[], port: number): string {
  return `global
  maxconn 400

defaults
  mode tcp
  retries 1
  timeout connect 1s
  timeout client 1h
  timeout server 1h
  timeout check 2s

listen leader
  bind 127.0.0.1:${port}
  option httpchk OPTIONS /primary
  http-check expect status 200
  default-server inter 1s fall 3 rise 1 on-marked-down shutdown-sessions
${machines.map((machine) => `  server ${machine.name} ${addressOf.postgres(machine)} check port ${PATRONI}`).join('\n')}
`;
}

/** PgBouncer: one address for the application, few connections to the server, and errors soon rather than late. */
export function pgbouncerSettings(folder: string, port: number, leaderPort: number): string {
  return `[databases]
${DATABASE} = host=127.0.0.1 port=${leaderPort} dbname=${DATABASE}

[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${folder}/userlist.txt
pool_mode = session
default_pool_size = 60
max_client_conn = 200
ignore_startup_parameters = ${Object.keys(LIMITS).join(', ')}
server_login_retry = 1
server_connect_timeout = 3
query_wait_timeout = 5
log_connections = 0
log_disconnections = 0
`;
}

export function pgbouncerAccounts({ application }: Passwords): string {
  return `"${DATABASE}" "${application}"\n`;
}

export function applicationUrl({ application }: Passwords, port: number): string {
  return `postgres://${DATABASE}:${application}@127.0.0.1:${port}/${DATABASE}`;
}
