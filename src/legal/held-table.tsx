type Held = { what: string; why: string; until: string };

/** What is kept, why, and until when. */
export function HeldTable({ caption, held }: { caption: string; held: readonly Held[] }) {
  return (
    <table>
      <caption class="fr-sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Quoi</th>
          <th scope="col">Pourquoi</th>
          <th scope="col">Jusqu’à quand</th>
        </tr>
      </thead>
      <tbody>
        {held.map(({ what, why, until }) => (
          <tr>
            <th scope="row">{what}</th>
            <td data-title="Pourquoi : ">{why}</td>
            <td data-title="Jusqu’à quand : ">{until}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
