// Loaded before the application, so that what depends on today's date is drawn the same on any day.

const MORNING = Date.parse('2026-11-23T09:20:00+01:00');

const now = () => MORNING + performance.now();

globalThis.Date = new Proxy(Date, {
  construct: (date, given: unknown[]) => Reflect.construct(date, given.length === 0 ? [now()] : given),
  get: (date, key) => (key === 'now' ? now : Reflect.get(date, key)),
});
