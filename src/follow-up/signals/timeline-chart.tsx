import type { Signal } from '../../content/index.ts';
import { dayText } from '../../web/index.ts';
import { RATING_NAMES } from '../vocabulary.ts';
import type { SeenRating } from './signals.store.ts';
import { placeRatings, TIMELINE } from './timeline.ts';

/** One signal over time: a drawing to look at, and the table that says the same. */
export function SignalTimeline({
  signal,
  ratings,
  from,
  until,
}: {
  signal: Signal;
  ratings: readonly SeenRating[];
  from: string;
  until: string;
}) {
  const points = placeRatings(ratings, { from, until });
  const { width, height, left, right, bottom } = TIMELINE;
  return (
    <section class="signal">
      <h3 class="signal__name">{signal.name}</h3>
      {points.length === 0 ? (
        <p>Pas encore coté.</p>
      ) : (
        <>
          <svg
            class="signal__drawing"
            viewBox={`0 0 ${width} ${height}`}
            aria-hidden="true"
            focusable="false"
          >
            {placeRatings(
              [0, 1, 2, 3].map((level) => ({ on: from, level })),
              { from, until },
            ).map(({ y }) => (
              <line class="signal__level" x1={left} x2={width - right} y1={y} y2={y} />
            ))}
            <polyline class="signal__line" points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
            {points.map(({ x, y, level }) => (
              <g>
                <circle class="signal__dot" cx={x} cy={y} r="9" />
                <text class="signal__digit" x={x} y={y + 4} text-anchor="middle">
                  {level}
                </text>
              </g>
            ))}
            <text class="signal__date" x={left} y={height - bottom / 4}>
              {dayText(from)}
            </text>
            <text class="signal__date" x={width - right} y={height - bottom / 4} text-anchor="end">
              {dayText(until)}
            </text>
          </svg>
          <details>
            <summary>
              Les cotations en tableau<span class="fr-sr-only"> : {signal.short}</span>
            </summary>
            <section class="table-scroll" aria-label={`Cotations : ${signal.short}`} tabindex={0}>
              <table class="figures">
                <caption class="fr-sr-only">Cotations : {signal.name}</caption>
                <thead>
                  <tr>
                    <th scope="col">Observé le</th>
                    <th scope="col">Cotation</th>
                    <th scope="col">Par</th>
                  </tr>
                </thead>
                <tbody>
                  {ratings.map(({ on, level, raterName, imported }) => (
                    <tr>
                      <th scope="row">{dayText(on)}</th>
                      <td>
                        {level} : {RATING_NAMES[level]} ({signal.ratings[level]})
                      </td>
                      <td>{imported ? 'Tableau importé' : (raterName ?? 'Compte effacé')}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          </details>
        </>
      )}
    </section>
  );
}
