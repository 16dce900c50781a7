import { monitorEventLoopDelay } from 'node:perf_hooks';
import { counter, type Family, gauge } from './exposition.ts';

const RESOLUTION_MS = 50;
const NANOSECONDS = 1e9;

/** How long the event loop makes others wait, between two readings. */
export type LoopWatch = { families(): Family[]; stop(): void };

export function watchLoop(): LoopWatch {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delays.enable();
  return {
    families() {
      // The timer itself is part of what is measured.
      const beyond = (nanoseconds: number) => Math.max(0, nanoseconds / NANOSECONDS - RESOLUTION_MS / 1000);
      const read = [50, 99].map((percent) => ({
        labels: { quantile: String(percent / 100) },
        value: delays.count > 0 ? beyond(delays.percentile(percent)) : 0,
      }));
      const longest = { labels: { quantile: '1' }, value: delays.count > 0 ? beyond(delays.max) : 0 };
      delays.reset();
      return [
        gauge('nodejs_eventloop_lag_seconds', 'Lateness of the event loop since the last reading.', [
          ...read,
          longest,
        ]),
      ];
    },
    stop: () => void delays.disable(),
  };
}

export function processFamilies(): Family[] {
  const { rss, heapUsed, external } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  return [
    gauge('process_resident_memory_bytes', 'Memory the process occupies.', rss),
    gauge('nodejs_heap_used_bytes', 'Memory of JavaScript objects.', heapUsed),
    gauge('nodejs_external_memory_bytes', 'Memory outside the heap of JavaScript.', external),
    counter('process_cpu_seconds_total', 'Processor time, user and system.', (user + system) / 1e6),
    gauge(
      'process_start_time_seconds',
      'When the process started, in seconds since 1970.',
      Date.now() / 1000 - process.uptime(),
    ),
  ];
}
