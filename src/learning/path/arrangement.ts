/** How a person keeps what is proposed to them: what they put first, in their order, and what they hid, the latest last. */
export type Arrangement = { placed: readonly string[]; hidden: readonly string[] };

export const AS_PROPOSED: Arrangement = { placed: [], hidden: [] };

/** `id` names a proposal; `urgent` is one that answers a need just said: it comes before what was placed earlier. */
type Proposed = { id: string; urgent: boolean };

/** What to show, in the order of the person, and what they hid. */
export function arrange<P extends Proposed>(
  proposals: readonly P[],
  { placed, hidden }: Arrangement,
): { shown: P[]; hidden: P[] } {
  const place = ({ id }: P) => {
    const index = placed.indexOf(id);
    return index < 0 ? placed.length : index;
  };
  return {
    shown: proposals
      .filter(({ id }) => !hidden.includes(id))
      .toSorted((a, b) => Number(b.urgent) - Number(a.urgent) || place(a) - place(b)),
    hidden: proposals
      .filter(({ id }) => hidden.includes(id))
      .toSorted((a, b) => hidden.indexOf(b.id) - hidden.indexOf(a.id)),
  };
}

/**
 * Puts one of the proposals shown at a place, from 1. What comes before it and itself keep their order from then on; what
 * comes after still follows what is learnt of the person. The same wish twice changes nothing.
 */
export function put(
  arrangement: Arrangement,
  shown: readonly string[],
  id: string,
  place: number,
): Arrangement {
  const from = shown.indexOf(id);
  const wanted = Math.min(Math.max(place, 1), shown.length) - 1;
  if (from < 0 || wanted === from) return arrangement;
  const order = shown.toSpliced(from, 1).toSpliced(wanted, 0, id);
  const settled = order.slice(0, Math.max(from, wanted) + 1);
  return {
    ...arrangement,
    placed: [...settled, ...arrangement.placed.filter((one) => !settled.includes(one))],
  };
}

export function hide({ placed, hidden }: Arrangement, id: string): Arrangement {
  return { placed: placed.filter((one) => one !== id), hidden: [...hidden.filter((one) => one !== id), id] };
}

export function showAgain({ placed, hidden }: Arrangement, id: string): Arrangement {
  return { placed, hidden: hidden.filter((one) => one !== id) };
}

/** The order proposed, again; what is hidden stays hidden. */
export function forgetOrder({ hidden }: Arrangement): Arrangement {
  return { placed: [], hidden };
}
