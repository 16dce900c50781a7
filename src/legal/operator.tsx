import type { Operator } from '../web/index.ts';

/** What only the organisation that runs the service can say, and has not said yet. */
export function Blank({ children }: { children: string }) {
  return <span class="blank">[{children}, à compléter par l’exploitant]</span>;
}

type SaidProps = { by: Operator; what: keyof Operator; children: string };

/** What it said of itself, or the blank that asks for it. */
export function Said({ by, what, children }: SaidProps) {
  const said = by[what];
  if (said === undefined) return <Blank>{children}</Blank>;
  if (what === 'email' || what === 'securityEmail') return <a href={`mailto:${said}`}>{said}</a>;
  return <>{said}</>;
}
