import type { Client } from '../../test/journeys/visit/client.ts';

/** A form of a page, as a program reads it. */
export type Form = { page: string; action: string; fields: Field[] };
export type Field = { name: string; value: string; kind: 'text' | 'hidden' | 'choice' | 'button' };

/** Opening these ends the walk, or makes what is tried elsewhere. */
const LEFT_ALONE = /^\/(deconnexion|connexion|demo)|\.(pdf|csv|json)$|^\/assets\//;

/** Every form that somebody can reach by following links, each shape once. */
export async function reachableForms(client: Client, from: readonly string[], most: number): Promise<Form[]> {
  const waiting = [...from];
  const shapes = new Set(waiting.map(shapeOf));
  const forms = new Map<string, Form>();
  for (let visited = 0; waiting.length > 0 && visited < most; visited += 1) {
    const page = waiting.shift()!;
    const { status, html, location } = await client.get(page);
    if (location?.startsWith('/')) queue(location);
    if (status !== 200) continue;
    for (const form of formsOf(page, html)) {
      const key = `${shapeOf(form.action)} ${form.fields.map(({ name }) => name).join(' ')}`;
      if (!forms.has(key) && !/deconnexion|demo\/|suppression$/.test(form.action)) forms.set(key, form);
    }
    for (const [, href] of html.matchAll(/<a [^>]*href="(\/[^"#]*)/g)) queue(href!.replaceAll('&amp;', '&'));
  }
  return [...forms.values()];

  function queue(path: string): void {
    if (LEFT_ALONE.test(path.split('?')[0]!) || shapes.has(shapeOf(path))) return;
    shapes.add(shapeOf(path));
    waiting.push(path);
  }
}

/** An address without what names one thing among its likes: one page of each kind is enough. */
function shapeOf(path: string): string {
  const [place = '', query = ''] = path.split('?');
  const names = [...new URLSearchParams(query).keys()].toSorted().join('&');
  const shape = place
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/\/(modules|dialogues|decisions|actions|entre-pairs|avis)\/[^/]+/, '/$1/:id')
    .replace(/\/suivi\/[A-Z0-9]{2}-?[A-Z0-9]{2,}/, '/suivi/:code')
    .replace(/\/\d+(\.\d+)?/g, '/:n');
  return `${shape}?${names}`;
}

function formsOf(page: string, html: string): Form[] {
  const forms: Form[] = [];
  for (const [, tag, content] of html.matchAll(/<form ([^>]*)>([\s\S]*?)<\/form>/g)) {
    const { method = 'get', action = page.split('?')[0]! } = attributesOf(tag!);
    if (method.toLowerCase() !== 'post') continue;
    forms.push({ page, action: action.replaceAll('&amp;', '&'), fields: fieldsOf(content!) });
  }
  return forms;
}

function fieldsOf(content: string): Field[] {
  const fields: Field[] = [];
  for (const [tag] of content.matchAll(/<(input|textarea|button|select) [^>]*>/g)) {
    const { name, type = 'text', value = '' } = attributesOf(tag);
    if (!name) continue;
    if (tag.startsWith('<select')) {
      const list = content.slice(content.indexOf(tag));
      fields.push({ name, value: /<option value="([^"]+)"/.exec(list)?.[1] ?? '', kind: 'choice' });
    } else if (tag.startsWith('<button')) fields.push({ name, value, kind: 'button' });
    else if (type === 'hidden') fields.push({ name, value, kind: 'hidden' });
    else if (type === 'radio' || type === 'checkbox') {
      if (!fields.some((field) => field.name === name)) fields.push({ name, value, kind: 'choice' });
    } else fields.push({ name, value, kind: 'text' });
  }
  return fields;
}

function attributesOf(tag: string): Record<string, string> {
  return Object.fromEntries(
    [...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name!, value!]),
  );
}
