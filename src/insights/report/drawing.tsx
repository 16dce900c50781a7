import { BAR, CHART, placeCurve, placeLine, placeShare } from './geometry.ts';
import { percentText, type ReportDrawing, sayNone, worthSaying } from './report.ts';

/** A drawing to look at: the table under it says the same, so it is not read aloud. */
export function SectionDrawing({ drawing }: { drawing: ReportDrawing }) {
  switch (drawing.kind) {
    case 'shares':
      return <ShareBars rows={drawing.rows} />;
    case 'curve':
      return <Curve {...drawing} />;
    case 'line':
      return <Line {...drawing} />;
  }
}

function ShareBars({ rows }: { rows: Extract<ReportDrawing, { kind: 'shares' }>['rows'] }) {
  return (
    <ul class="share-bars" aria-hidden="true">
      {rows.map(({ label, share }) => (
        <li class="share-bars__row">
          <span>{label}</span>
          <span class="share-bars__value">
            {'none' in share ? sayNone(share.none) : percentText(worthSaying(share.share, share.among))}
          </span>
          <svg
            class="share-bars__drawing"
            viewBox={`0 0 ${BAR.width} ${BAR.height}`}
            aria-hidden="true"
            focusable="false"
          >
            <rect class="share-bars__ground" x="0" y="4" width={BAR.width} height="14" />
            {!('none' in share) && <Bar {...placeShare(share)} />}
          </svg>
        </li>
      ))}
    </ul>
  );
}

function Bar({ end, from, until }: { end: number; from: number; until: number }) {
  return (
    <>
      <rect class="share-bars__bar" x="0" y="4" width={end} height="14" />
      {from < until && (
        <path class="share-bars__interval" d={`M${from} 11H${until}M${from} 5V17M${until} 5V17`} />
      )}
    </>
  );
}

function Curve({ steps, last, unit }: Extract<ReportDrawing, { kind: 'curve' }>) {
  const { line, band, rows, months } = placeCurve(steps, last);
  const { width, height, left, right, bottom } = CHART;
  return (
    <svg class="chart" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      {rows.map(({ share, y }) => (
        <>
          <line class="chart__rule" x1={left} x2={width - right} y1={y} y2={y} />
          <text class="chart__text" x={left - 6} y={y + 4} text-anchor="end">
            {percentText(share)}
          </text>
        </>
      ))}
      <polygon class="chart__band" points={band} />
      <polyline class="chart__line" points={line} />
      {months.map(({ month, x }) => (
        <text class="chart__text" x={x} y={height - bottom + 16} text-anchor="middle">
          {month}
        </text>
      ))}
      <text class="chart__text" x={width - right} y={height - 4} text-anchor="end">
        {unit}
      </text>
    </svg>
  );
}

function Line({ points, aim }: Extract<ReportDrawing, { kind: 'line' }>) {
  const placed = placeLine(points, aim);
  const { width, height, left, right, bottom } = CHART;
  const line = placed.points.flatMap(({ x, known }) => (known ? [`${x},${known.y}`] : []));
  return (
    <svg class="chart" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      {placed.rows.map(({ value, y }) => (
        <>
          <line class="chart__rule" x1={left} x2={width - right} y1={y} y2={y} />
          <text class="chart__text" x={left - 6} y={y + 4} text-anchor="end">
            {percentText(value)}
          </text>
        </>
      ))}
      {placed.aim !== null && (
        <>
          <line class="chart__aim" x1={left} x2={width - right} y1={placed.aim} y2={placed.aim} />
          <line class="chart__aim" x1={left} x2={left + 30} y1={height - 7} y2={height - 7} />
          <text class="chart__text" x={left + 36} y={height - 3}>
            objectif{aim !== null && ` : ${percentText(aim)}`}
          </text>
        </>
      )}
      <polyline class="chart__line" points={line.join(' ')} />
      {placed.points.map(({ label, x, known }) => (
        <>
          {known && (
            <>
              <path
                class="chart__interval"
                d={`M${x} ${known.lowest}V${known.highest}M${x - 5} ${known.lowest}h10M${x - 5} ${known.highest}h10`}
              />
              <circle class="chart__dot" cx={x} cy={known.y} r="5" />
              <text class="chart__value" x={x} y={known.highest - 6} text-anchor="middle">
                {percentText(known.share)}
              </text>
            </>
          )}
          <text class="chart__text" x={x} y={height - bottom + 18} text-anchor="middle">
            {label}
          </text>
        </>
      ))}
    </svg>
  );
}
