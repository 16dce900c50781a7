import { refuse, type Viewer, type Visit } from '../../web/index.ts';
import { type Marks, watchWorkshop, whenStopping } from './watch.store.ts';

/** What a page shows, whole, under the mark it is at; `said` is what a screen reader says of it. */
export type Live = { mark: string; html: string; said: string };

/** Some proxies keep the beginning of an answer until there is enough of it. */
const PADDING = `:${' '.repeat(2048)}\n\n`;
/** Below what proxies take for a dead connection; the page hears it too, and polls when it does not. */
const ALIVE_MS = 10_000;
const RETRY_MS = 2_000;
/** Then the browser opens another one, if it still may: a stream does not outlive by much the session it began with. */
const LONGEST_MS = 10 * 60_000;
/** Tabs of one phone or one trainer; more is a program, and its pages ask again and again instead. */
const MOST_OF_ONE = 6;
const streamsOf = new Map<string, number>();

const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'private, no-store, no-transform',
  'X-Accel-Buffering': 'no',
};

/**
 * A stream of what the page shows, each time its mark changes; `describe` says null when there is nothing more to see. `holder`:
 * whose place or desk it is; 429 when they have too many open.
 */
export function liveStream(
  visit: Visit<Viewer | null>,
  { workshopId, holder }: { workshopId: string; holder: string },
  markOf: (marks: Marks) => string,
  describe: (mark: string) => Promise<Live | null>,
): Response {
  const others = streamsOf.get(holder) ?? 0;
  if (others >= MOST_OF_ONE) return refuse({ ...visit, viewer: null }, 'too-many');
  streamsOf.set(holder, others + 1);
  const { db } = visit.app;
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
      const close = () => {
        end();
        controller.close();
      };
      const forget = whenStopping(close);
      const longest = setTimeout(close, LONGEST_MS);
      longest.unref();
      end = () => {
        if (!open) return;
        open = false;
        const left = (streamsOf.get(holder) ?? 1) - 1;
        if (left > 0) streamsOf.set(holder, left);
        else streamsOf.delete(holder);
        clearInterval(alive);
        clearTimeout(longest);
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
  return visit.http.body(stream, 200, HEADERS);
}

/** The same for a page that asks again and again: nothing when it is still at the mark it says. */
export function liveAnswer({ http }: Visit, live: Live): Response {
  const headers = { 'Cache-Control': 'private, no-store' };
  if (http.req.query('depuis') === live.mark) return http.body(null, 204, headers);
  return http.json(live, 200, headers);
}
