import type { Child } from 'hono/jsx';

/**
 * The part of a page that follows the workshop. With the script it is written again as things happen; without it, the link
 * does the same.
 */
export function LiveRegion({
  stream,
  poll,
  mark,
  here,
  children,
}: {
  stream: string;
  poll: string;
  mark: string;
  here: string;
  children: Child;
}) {
  return (
    <>
      <p class="fr-sr-only" role="status" data-live-said />
      <div data-live={stream} data-poll={poll} data-mark={mark}>
        {children}
      </div>
      <p class="live-state on-screen">
        <a href={here} data-live-refresh>
          Actualiser
        </a>{' '}
        <span data-live-state />
      </p>
    </>
  );
}
