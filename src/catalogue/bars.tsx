type Row = { name: string; count: number };

/** A few numbers drawn, each written at the end of its bar; `table` also gives them as a table with this caption. */
export function Bars({ rows, table }: { rows: readonly Row[]; table?: string }) {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <>
      <div class="bars" aria-hidden="true">
        {rows.map(({ name, count }) => (
          <div class="bars__row">
            <span class="bars__name">{name}</span>
            <svg
              class="bars__drawing"
              viewBox="0 0 100 10"
              preserveAspectRatio="none"
              aria-hidden="true"
              focusable="false"
            >
              <rect class="bars__bar" x="0" y="1" width={Math.max(0.5, (100 * count) / most)} height="8" />
            </svg>
            <span class="bars__count">{count}</span>
          </div>
        ))}
      </div>
      {table !== undefined && (
        <details class="catalogue-details">
          <summary>Les mêmes nombres en tableau</summary>
          <table class="catalogue-table">
            <caption>{table}</caption>
            <thead>
              <tr>
                <th scope="col">Nature</th>
                <th scope="col">Nombre</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ name, count }) => (
                <tr>
                  <th scope="row">{name}</th>
                  <td class="catalogue-table__number">{count}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </>
  );
}
