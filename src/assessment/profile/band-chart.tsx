import type { LevelReading } from '../../../psychometrics/index.ts';
import { placeBand, placeZones } from './band-drawing.ts';
import { LEVEL_ZONES } from './level-words.ts';

const WIDTH = 400;
const HEIGHT = 34;

/** One result as a band over the zones of levels. Decorative: the words beside it say the same. */
export function BandDrawing({ reading }: { reading: LevelReading }) {
  const { left, width, point } = placeBand(reading, WIDTH);
  const edges = placeZones(WIDTH);
  return (
    <svg class="band" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
      {edges.slice(0, -1).map((edge, zone) => (
        <rect
          class={`band__zone band__zone--${zone}`}
          x={edge}
          y="0"
          width={edges[zone + 1]! - edge}
          height={HEIGHT}
        />
      ))}
      <rect class="band__range" x={left} y="10" width={width} height="14" rx="7" />
      <rect class="band__point" x={point - 4} y="4" width="8" height="26" rx="4" />
    </svg>
  );
}

/** The names of the zones, over or under the drawings they share their widths with. */
export function BandScale() {
  return (
    <span class="band-scale" aria-hidden="true">
      {LEVEL_ZONES.map((zone) => (
        <span>{zone}</span>
      ))}
    </span>
  );
}
