import assert from 'node:assert/strict';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';
import { afterTheRun, theApplication } from './application.ts';

/** The first draws the same pages with half the work: it is Chromium without its windows. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];
const ADVICE =
  'install Chromium (apt-get install chromium), or give its path in CHROMIUM_PATH, then run again';

const executable = findBrowser();

/** A test that needs a browser. Without one it is skipped, loudly; where CI=true, it fails. */
export function journey(title: string, body: (visits: Visits, t: TestContext) => Promise<void>): void {
  if (executable !== undefined) {
    test(title, async (t) => {
      const application = await theApplication();
      const visits = new Visits(await theBrowser(executable), application.address);
      try {
        await body(visits, t);
        visits.assertNothingWentWrong();
      } finally {
        await visits.end();
      }
    });
    return;
  }
  console.error(`\n  !!! NO BROWSER ON THIS MACHINE. NOT CHECKED: « ${title} »\n  !!! ${ADVICE}.\n`);
  const skip = process.env.CI === 'true' ? false : `NO BROWSER: ${ADVICE}`;
  test(title, { skip }, () => assert.fail(`No browser: ${ADVICE}.`));
}

let launched: Promise<Browser> | undefined;

function theBrowser(executablePath: string): Promise<Browser> {
  launched ??= chromium.launch({
    executablePath,
    chromiumSandbox: false,
    args: [
      '--disable-gpu',
      '--in-process-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  return launched;
}

afterTheRun(() => launched?.then((browser) => browser.close()));

/** The browser windows of one test, each a person on a machine of their own, and what went wrong in them. */
export class Visits {
  readonly #contexts: BrowserContext[] = [];
  readonly #wrongs: string[] = [];

  constructor(
    private readonly browser: Browser,
    readonly address: string,
  ) {}

  async open(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const context = await this.browser.newContext({
      baseURL: this.address,
      locale: 'fr-FR',
      timezoneId: 'Europe/Paris',
      viewport: { width: 1280, height: 900 },
      ...options,
    });
    context.setDefaultTimeout(30_000);
    this.#contexts.push(context);
    const home = options.baseURL ?? this.address;
    const note = (wrong: string) => this.#wrongs.push(wrong);
    context.on('weberror', (error) => note(`a script fails: ${error.error().message}`));
    context.on('console', (message) => {
      // A refusal we asked for is no fault; a broken policy or script is.
      const refusal = message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && !refusal) note(`the console says: ${message.text()}`);
    });
    context.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (origin !== home && protocol !== 'data:') note(`a request leaves for ${request.url()}`);
    });
    context.on('response', (response) => {
      if (response.status() >= 500) note(`${response.status()} at ${response.url()}`);
    });
    return context;
  }

  assertNothingWentWrong(): void {
    assert.deepEqual(this.#wrongs, []);
  }

  async end(): Promise<void> {
    for (const context of this.#contexts) await context.close();
  }
}

function findBrowser(): string | undefined {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    assert.ok(isExecutable(given), `CHROMIUM_PATH=${given} cannot be run`);
    return given;
  }
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter).filter(Boolean)];
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
