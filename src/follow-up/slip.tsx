import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { renderSVG } from 'uqr';

/** A sheet of paper to hand over: what it is for, a code to type, and the same as a square to scan. */
export function Slip({ address, alt, children }: { address: string; alt: string; children: Child }) {
  return (
    <section class="slip">
      <div>{children}</div>
      <div class="square" role="img" aria-label={alt}>
        {raw(renderSVG(address, { border: 2, ecc: 'M' }))}
      </div>
    </section>
  );
}
