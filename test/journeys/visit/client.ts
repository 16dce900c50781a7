import assert from 'node:assert/strict';

/** Somebody who writes their own requests, as a hostile program would; cookies are kept as a browser keeps them. */
export class Client {
  readonly #cookies = new Map<string, string>();

  constructor(private readonly address: string) {}

  /** A cookie received elsewhere, or made up. */
  keep(name: string, value: string): void {
    this.#cookies.set(name, value);
  }

  get(path: string): Promise<Answer> {
    return this.send('GET', path);
  }

  /** A form, as a page of the site sends it. */
  post(path: string, fields: Fields = {}): Promise<Answer> {
    return this.send('POST', path, {
      headers: { ...this.fromOurPages(), 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(Array.isArray(fields) ? fields : Object.entries(fields)).toString(),
    });
  }

  fromOurPages(): Record<string, string> {
    return { origin: this.address, 'sec-fetch-site': 'same-origin' };
  }

  async send(method: string, path: string, request: RequestInit = {}): Promise<Answer> {
    const response = await fetch(`${this.address}${path}`, {
      ...request,
      method,
      redirect: 'manual',
      headers: {
        cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(request.headers as Record<string, string>),
      },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return {
      status: response.status,
      headers: response.headers,
      location: response.headers.get('location'),
      html: (await response.text()).replaceAll('\u00a0', ' '),
    };
  }

  /** To go on in a browser as the same person. */
  cookies(): { name: string; value: string; domain: string; path: string; secure: boolean }[] {
    const { hostname: domain } = new URL(this.address);
    return [...this.#cookies].map(([name, value]) => ({ name, value, domain, path: '/', secure: true }));
  }

  /** The same person on another device. */
  twin(): Client {
    const twin = new Client(this.address);
    for (const [name, value] of this.#cookies) twin.#cookies.set(name, value);
    return twin;
  }
}

export type Fields = Record<string, string> | [string, string][];
export type Answer = { status: number; headers: Headers; location: string | null; html: string };

/** A character of the demonstration, by the button of the sign-in page. */
export async function characterNamed(address: string, name: string): Promise<Client> {
  const client = new Client(address);
  const { html } = await client.get('/connexion');
  const line = html.split('<form').find((form) => form.includes(`<strong>${name}</strong>`));
  const [, personne] = /name="personne" value="([^"]+)"/.exec(line ?? '') ?? [];
  assert.ok(personne, `${name} is proposed`);
  const { status } = await client.post('/demo/connexion', { personne });
  assert.equal(status, 303);
  return client;
}

/** Begins a series, or takes the open one up again; returns its address, whichever question it is at. */
export async function beginsASeries(client: Client, competence?: string): Promise<string> {
  const { status, location } = await client.post('/evaluations', competence ? { competence } : {});
  assert.equal(status, 303);
  return location!.replace(/\/questions\/1$/, '');
}

/** « Je ne sais pas » is an answer to any question. */
export function unknown(position: number): Record<string, string> {
  return { position: String(position), action: 'je-ne-sais-pas' };
}

type PersonalFile = {
  évaluations: {
    identifiant: string;
    statut: string;
    questions: { position: number; réponse: { telle_qu_enregistrée: object } | null }[];
  }[];
};

/** What the person can see of what is stored. */
export async function whatIsStored(client: Client): Promise<PersonalFile['évaluations']> {
  const { status, html } = await client.get('/mes-donnees.json');
  assert.equal(status, 200);
  return (JSON.parse(html) as PersonalFile).évaluations;
}

/** Positions answered in a series, and what with. */
export async function storedAnswers(client: Client, series: string): Promise<[number, object][]> {
  const evaluation = (await whatIsStored(client)).find(({ identifiant }) => series.endsWith(identifiant));
  assert.ok(evaluation, `${series} is stored`);
  return evaluation.questions.flatMap(({ position, réponse }) =>
    réponse ? [[position, réponse.telle_qu_enregistrée] as [number, object]] : [],
  );
}
