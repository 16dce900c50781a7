import type { CDPSession, Page } from 'playwright-core';

// What Chromium gives to assistive technologies, by the protocol of its accessibility tree: not what the HTML meant to say.

export type Component = { role: string; name: string; value: string; states: string[] };

const STATES = ['invalid', 'checked', 'expanded', 'disabled', 'required'];

/** Whatever takes the focus in the page, as assistive technologies receive it. */
export async function componentsOf(page: Page): Promise<Component[]> {
  const nodes = await treeOf(page);
  return nodes
    .filter((node) => node.role !== 'RootWebArea' && node.properties.get('focusable') === 'true')
    .map(({ role, name, value, properties }) => ({
      role,
      name,
      value,
      states: STATES.flatMap((state) => {
        const said = properties.get(state);
        return said === undefined || said === 'false' ? [] : [`${state}=${said}`];
      }),
    }));
}

/** The links that skip give them the focus; there is one of each on a page. */
const LANDMARKS = ['main', 'contentinfo'];

/** Components without a name or with a role that says nothing. */
export async function unsaidOf(page: Page): Promise<string[]> {
  return (await componentsOf(page)).flatMap(({ role, name }) =>
    (name === '' && !LANDMARKS.includes(role)) || ['generic', 'none', 'Unknown', ''].includes(role)
      ? [`${role} « ${name} »`]
      : [],
  );
}

/** What is announced where it appears, and how urgently. */
export async function announcedOf(page: Page): Promise<string[]> {
  const nodes = await treeOf(page);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const wordsOf = (id: string): string => {
    const node = byId.get(id);
    if (!node) return '';
    return node.role === 'StaticText' ? node.name : node.children.map(wordsOf).join(' ');
  };
  const liveOf = (id: string) => byId.get(id)?.properties.get('live') ?? 'off';
  // What stands inside a live region says that it is live, too.
  const inside = new Set(nodes.flatMap(({ id, children }) => (liveOf(id) === 'off' ? [] : children)));
  return nodes.flatMap(({ id }) => {
    const words = wordsOf(id).replace(/\s+/g, ' ').trim();
    return liveOf(id) !== 'off' && !inside.has(id) && words !== '' ? [`${liveOf(id)}: ${words}`] : [];
  });
}

type Node = {
  id: string;
  role: string;
  name: string;
  value: string;
  children: string[];
  properties: Map<string, string>;
};

const sessions = new WeakMap<Page, Promise<CDPSession>>();

async function treeOf(page: Page): Promise<Node[]> {
  if (!sessions.has(page)) sessions.set(page, page.context().newCDPSession(page));
  const session = await sessions.get(page)!;
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ nodeId, role, name, value, childIds, properties }) => ({
      id: nodeId,
      role: String(role?.value ?? ''),
      name: String(name?.value ?? '').trim(),
      value: String(value?.value ?? ''),
      children: childIds ?? [],
      properties: new Map((properties ?? []).map((one) => [one.name, String(one.value.value)])),
    }));
}
