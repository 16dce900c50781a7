import type { Adapter, AdapterPayload } from 'oidc-provider';

type Kept = { payload: AdapterPayload; until: number };

/** More than one demonstration ever holds at once; the oldest leave first. */
const MOST = 2_000;

/** What the local provider remembers: in memory, forgotten with the process. */
export function memoryAdapter(): (model: string) => Adapter {
  const kept = new Map<string, Kept>();
  const find = (matches: (payload: AdapterPayload) => boolean, model: string) =>
    [...kept].find(([key, { payload }]) => key.startsWith(`${model}:`) && matches(payload))?.[1].payload;
  return (model) => {
    const key = (id: string) => `${model}:${id}`;
    return {
      async upsert(id, payload, expiresIn) {
        const now = Date.now();
        for (const [old, { until }] of kept) if (until < now || kept.size > MOST) kept.delete(old);
        kept.set(key(id), { payload, until: now + (expiresIn || 3_600) * 1000 });
      },
      async find(id) {
        const found = kept.get(key(id));
        return found && found.until > Date.now() ? found.payload : undefined;
      },
      async findByUserCode(userCode) {
        return find((payload) => payload.userCode === userCode, model);
      },
      async findByUid(uid) {
        return find((payload) => payload.uid === uid, model);
      },
      async consume(id) {
        const found = kept.get(key(id));
        if (found) found.payload.consumed = Math.floor(Date.now() / 1000);
      },
      async destroy(id) {
        kept.delete(key(id));
      },
      async revokeByGrantId(grantId) {
        for (const [old, { payload }] of kept) if (payload.grantId === grantId) kept.delete(old);
      },
    };
  };
}
