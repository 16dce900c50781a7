import { SectionDrawing } from './drawing.tsx';
import {
  type Cell,
  type Column,
  cellText,
  type Report,
  type ReportDrawing,
  type Section,
  untoldReason,
} from './report.ts';

/** A report on a page, from its title to how it is counted. */
export function ReportView({ report, children }: { report: Report; children?: unknown }) {
  return (
    <>
      <h1>{report.title}</h1>
      <p class="lede">{report.lede}</p>
      {children}
      {report.headlines.length > 0 && (
        <ul class="headlines">
          {report.headlines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
      {report.sections.map((section) => (
        <SectionView section={section} />
      ))}
      <h2>Comment c’est compté</h2>
      <ul class="definition">
        {report.definition.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </>
  );
}

/** Bars of nothing say nothing: the table tells why. */
function hasSomethingToShow(drawing: ReportDrawing): boolean {
  return drawing.kind === 'curve' || sharesOf(drawing).some((share) => !('none' in share));
}

const sharesOf = (drawing: Exclude<ReportDrawing, { kind: 'curve' }>) =>
  (drawing.kind === 'shares' ? drawing.rows : drawing.points).map(({ share }) => share);

/** The drawing of a report at a glance, once there is something to draw. */
export function FirstDrawing({ report: { headlines, sections } }: { report: Report }) {
  const drawing = sections.find((section) => section.drawing && hasSomethingToShow(section.drawing))?.drawing;
  if (headlines.length === 0 || !drawing) return null;
  if (drawing.kind !== 'shares') return <SectionDrawing drawing={drawing} />;
  const known = drawing.rows.filter(({ share }) => !('none' in share));
  return <SectionDrawing drawing={{ ...drawing, rows: known }} />;
}

/** Why there is no number is words, and words may turn. */
function textOf(cell: Cell, column: Column) {
  const text = cellText(cell, column);
  return typeof cell === 'string' && column.as !== 'text' ? (
    <span class="figures__reason">{text}</span>
  ) : (
    text
  );
}

/** One table, its drawing and its notes; a part of something bigger has a smaller title. */
export function SectionView({
  section: { title, intro, columns, rows, drawing, note },
  level = 2,
}: {
  section: Section;
  level?: 2 | 3;
}) {
  const untold = untoldReason(rows);
  return (
    <section class="report-section">
      {level === 2 ? <h2>{title}</h2> : <h3>{title}</h3>}
      {intro && <p>{intro}</p>}
      {drawing && rows.length > 0 && hasSomethingToShow(drawing) && <SectionDrawing drawing={drawing} />}
      {untold && <p>Rien à dire ici : {untold}.</p>}
      {rows.length > 0 && !untold && (
        <section class="table-scroll" aria-label={`${title} : tableau`} tabindex={0}>
          <table class="figures">
            <caption class="fr-sr-only">{title}</caption>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th scope="col" class={column.as === 'text' ? undefined : 'figures__number'}>
                    {column.title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr>
                  {row.map((cell, index) =>
                    index === 0 ? (
                      <th scope="row">{cellText(cell, columns[index]!)}</th>
                    ) : (
                      <td class={columns[index]!.as === 'text' ? undefined : 'figures__number'}>
                        {textOf(cell, columns[index]!)}
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {note && <p class="report-note">{note}</p>}
    </section>
  );
}
