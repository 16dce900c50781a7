import type { Context } from 'hono';

/** Every value of every name of a form or of a query, as sent. NUL, which no database stores, is dropped. */
export async function readForm(http: Context): Promise<Record<string, string[]>> {
  return collect(new URLSearchParams(await http.req.text()));
}

export function readQuery(http: Context): Record<string, string[]> {
  return collect(new URL(http.req.url).searchParams);
}

function collect(parameters: URLSearchParams): Record<string, string[]> {
  const fields: Record<string, string[]> = Object.create(null);
  for (const [name, value] of parameters) {
    fields[name] ??= [];
    fields[name].push(value.replaceAll('\0', ''));
  }
  return fields;
}
