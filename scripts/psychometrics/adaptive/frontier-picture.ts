export type FrontierPoint = {
  /** Share of people shown the most shown question. */
  exposure: number;
  /** Mean number of questions. */
  length: number;
  everyQuestionUsed: boolean;
  /** Share of people who reached the standard error. */
  reached: number;
};

type Frontier = {
  curves: { name: string; points: FrontierPoint[] }[];
  chosen: FrontierPoint;
  peers: (FrontierPoint & { name: string })[];
  bound: number;
};

const PAGE = { width: 1150, height: 560, left: 62, right: 370, top: 44, bottom: 60 };
const LENGTHS = { low: 15, high: 31 };
const COLOURS = ['#000091', '#18753c'];
const CHOSEN = '#c9191e';
const PEER = '#666666';
/** Room a number takes beside its mark. */
const NUMBER = { width: 15, height: 11 };

/**
 * The picture: exposure from left to right, length from bottom to top, so that better is lower and further left.
 * Discs use every question of the bank, rings leave some unused.
 */
export function drawFrontier({ curves, chosen, peers, bound }: Frontier): string {
  const parts = [axes(), boundLine(bound)];
  for (const [index, { points }] of curves.entries()) {
    const colour = COLOURS[index]!;
    const path = points.map((point) => `${x(point.exposure)},${y(point.length)}`).join(' ');
    parts.push(`<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>`);
    parts.push(...points.map((point) => mark(point, colour, 4)));
  }
  parts.push(...peerMarks(peers));
  parts.push(mark(chosen, CHOSEN, 7));
  parts.push(legend(curves.map(({ name }) => name)));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${PAGE.width} ${PAGE.height}" font-family="sans-serif" font-size="12" role="img" aria-label="Mean length of an adaptive test against the exposure of its most shown question">
<rect width="100%" height="100%" fill="#ffffff"/>
${parts.join('\n')}
</svg>
`;
}

function x(exposure: number): number {
  return round(PAGE.left + exposure * (PAGE.width - PAGE.left - PAGE.right));
}

function y(length: number): number {
  const share = (length - LENGTHS.low) / (LENGTHS.high - LENGTHS.low);
  return round(PAGE.height - PAGE.bottom - share * (PAGE.height - PAGE.top - PAGE.bottom));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function axes(): string {
  const [left, right, bottom] = [x(0), x(1), y(LENGTHS.low)];
  const lines: string[] = [];
  for (let length = LENGTHS.low; length <= LENGTHS.high; length += 1) {
    lines.push(`<path d="M${left} ${y(length)}H${right}" stroke="#eeeeee"/>`);
    if (length % 2 === 0) lines.push(text(left - 8, y(length) + 4, String(length), 'end'));
  }
  for (let tenth = 0; tenth <= 10; tenth += 1) {
    lines.push(text(x(tenth / 10), bottom + 18, `${tenth * 10} %`, 'middle'));
  }
  lines.push(`<path d="M${left} ${y(LENGTHS.high)}V${bottom}H${right}" fill="none" stroke="#161616"/>`);
  lines.push(text((left + right) / 2, bottom + 42, 'people shown the most shown question', 'middle'));
  lines.push(text(left, PAGE.top - 18, 'questions a person, mean (SE ≤ 0.30 or 30 questions)', 'start'));
  return lines.join('\n');
}

function boundLine(bound: number): string {
  return `<path d="M${x(0)} ${y(bound)}H${x(1)}" stroke="#161616" stroke-dasharray="5 4"/>
${text(x(0) + 8, y(bound) - 5, `${bound.toFixed(1)}: the ability known beforehand`, 'start')}`;
}

function mark({ exposure, length, everyQuestionUsed, reached }: FrontierPoint, colour: string, size: number) {
  const fill = everyQuestionUsed ? colour : '#ffffff';
  const title = `${length.toFixed(2)} questions, most shown ${(100 * exposure).toFixed(0)} %, ${(100 * reached).toFixed(1)} % reach the target`;
  return `<circle cx="${x(exposure)}" cy="${y(length)}" r="${size}" fill="${fill}" stroke="${colour}" stroke-width="1.5"><title>${title}</title></circle>`;
}

/** Peers are numbered by length; a number moves aside where it would cover another one. The names stand on the right. */
function peerMarks(peers: Frontier['peers']): string[] {
  const taken: { at: number; height: number }[] = [];
  const covers = (one: { at: number; height: number }) =>
    taken.some(
      ({ at, height }) =>
        Math.abs(at - one.at) < NUMBER.width && Math.abs(height - one.height) < NUMBER.height,
    );
  return [...peers]
    .sort((one, other) => other.length - one.length)
    .flatMap((peer, index) => {
      const side = peer.exposure > 0.9 ? -1 : 1;
      const place = { at: x(peer.exposure) + side * 12, height: y(peer.length) + 4 };
      while (covers(place)) place.at += side * NUMBER.width;
      taken.push(place);
      const number = String(index + 1);
      const row = PAGE.top + 12 + index * 17;
      return [
        mark(peer, PEER, 4),
        text(place.at, place.height, number, 'middle', PEER, 10),
        text(x(1) + 42, row, number, 'end', PEER, 11),
        text(x(1) + 50, row, peer.name, 'start', PEER, 11),
      ];
    });
}

function legend(names: readonly string[]): string {
  const rows = [
    ...names.map((name, index) => ({ name, colour: COLOURS[index]! })),
    { name: 'default rule: areas balanced, more where it tells most', colour: CHOSEN },
    { name: 'other programs and classical rules', colour: PEER },
  ];
  const lines = rows.map(({ name, colour }, index) => {
    const height = PAGE.top + 8 + 17 * index;
    return `<circle cx="${x(0.36)}" cy="${height - 4}" r="4" fill="${colour}"/>${text(x(0.36) + 10, height, name, 'start')}`;
  });
  const last = PAGE.top + 8 + 17 * rows.length;
  lines.push(text(x(0.36) - 4, last, '● every question used   ○ some never used', 'start'));
  return lines.join('\n');
}

function text(
  at: number,
  height: number,
  words: string,
  anchor: string,
  colour = '#161616',
  size = 12,
): string {
  const safe = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<text x="${round(at)}" y="${round(height)}" text-anchor="${anchor}" fill="${colour}" font-size="${size}">${safe}</text>`;
}
