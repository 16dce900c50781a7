import type { Child } from 'hono/jsx';
import { page, type Visit } from '../../web/index.ts';

/** A screen for a young person: nothing around it but what they need. `helps`: a way to help at once, at its foot. */
export function youngPage(
  visit: Visit,
  title: string,
  content: Child,
  { status = 200, helps = true }: { status?: 200 | 404 | 422 | 429; helps?: boolean } = {},
): Response {
  return page(
    visit,
    { title, status, narrow: true, plain: true },
    <div class="young">
      {content}
      {helps && (
        <p class="young-help">
          <a class="fr-btn fr-btn--secondary" href="/q/aide">
            Je ne vais pas bien
          </a>
        </p>
      )}
    </div>,
  );
}
