import type { Db } from '../../database/index.ts';
import type { Visit } from '../../web/index.ts';
import { type Marks, watchWorkshop, whenStopping } from './watch.store.ts';

/** What a page shows, whole, under the mark it is at; `said` is what a screen reader says of it. */
export type Live = { mark: string; html: string; said: string };

/** Some proxies keep the beginning of an answer until there is enough of it. */
const PADDING = `:${' '.repeat(2048)}\n\n`;
/** Below what proxies take for a dead connection; the page hears it too, and polls when it does not. */
const ALIVE_MS = 10_000;
const RETRY_MS = 2_000;

const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'private, no-store, no-transform',
  'X-Accel-Buffering': 'no',
};

/** A stream of what the page shows, each time its mark changes; `describe` says null when there is nothing more to see. */
export function liveStream(
  db: Db,
  workshopId: string,
  markOf: (marks: Marks) => string,
  describe: (mark: string) => Promise<Live | null>,
): Response {
  const encoder = new TextEncoder();
  let end = () => {};
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      let sent: string | null = null;
      let wanted: string | null = null;
      let describing = false;
      let open = true;
      const send = (text: string) => open && controller.enqueue(encoder.encode(text));
      const alive = setInterval(() => send('event: alive\ndata:\n\n'), ALIVE_MS);
      alive.unref();
      const stopWatching = watchWorkshop(db, workshopId, (marks) => {
        wanted = markOf(marks);
        void follow();
      });
      const forget = whenStopping(() => {
        end();
        controller.close();
      });
      end = () => {
        open = false;
        clearInterval(alive);
        stopWatching();
        forget();
      };
      // What changes while a state is being told is told next: of several changes, the last one is enough.
      async function follow(): Promise<void> {
        if (describing) return;
        describing = true;
        while (open && wanted !== null && wanted !== sent) {
          sent = wanted;
          const live = await describe(sent).catch(() => undefined);
          if (live === undefined) sent = null;
          if (live === null) {
            send('event: over\ndata:\n\n');
            break;
          }
          if (live) send(`event: state\ndata: ${JSON.stringify(live)}\n\n`);
          else break;
        }
        describing = false;
      }
      send(`retry: ${RETRY_MS}\n${PADDING}`);
    },
    cancel: () => end(),
  });
  return new Response(stream, { headers: HEADERS });
}

/** The same for a page that asks again and again: nothing when it is still at the mark it says. */
export function liveAnswer({ http }: Visit, live: Live): Response {
  const headers = { 'Cache-Control': 'private, no-store' };
  if (http.req.query('depuis') === live.mark) return http.body(null, 204, headers);
  return http.json(live, 200, headers);
}
