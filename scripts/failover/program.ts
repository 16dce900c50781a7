import { type ChildProcess, spawn } from 'node:child_process';

/** Unprivileged: PostgreSQL and PgBouncer refuse to run as root. Debian's package of PostgreSQL makes this account. */
export const ACCOUNT = 'postgres';

/** A program under the account of PostgreSQL, on one machine or here, which dies with us. */
export class Program {
  #child: ChildProcess | undefined;
  #output = '';

  constructor(
    readonly name: string,
    private readonly command: readonly string[],
    private readonly namespace?: string,
  ) {}

  /** Everything it printed since the first start. */
  get output(): string {
    return this.#output;
  }

  get isRunning(): boolean {
    const child = this.#child;
    return child !== undefined && child.exitCode === null && child.signalCode === null;
  }

  start(): void {
    const where = this.namespace ? ['ip', 'netns', 'exec', this.namespace] : [];
    const as = ['setpriv', `--reuid=${ACCOUNT}`, `--regid=${ACCOUNT}`, '--init-groups', '--pdeathsig=KILL'];
    const [program, ...args] = [...where, ...as, '--', ...this.command];
    // Its own group: a Ctrl-C is for us, who close in order.
    const child = spawn(program!, args, {
      cwd: '/',
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LANG: 'C.UTF-8' },
    });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (this.#output += chunk));
    child.once('error', (error) => (this.#output += `${error.message}\n`));
    this.#child = child;
  }

  /** SIGKILL, which nothing can hear. */
  async kill(): Promise<void> {
    if (!this.isRunning) return;
    const gone = new Promise((resolve) => this.#child!.once('exit', resolve));
    this.#child!.kill('SIGKILL');
    await gone;
  }
}
