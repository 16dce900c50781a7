/** « Page précédente », « Page suivante », with what was searched. Pages count from 0. */
export function Pages({
  path,
  query,
  page,
  more,
}: {
  path: string;
  query: Record<string, string>;
  page: number;
  more: boolean;
}) {
  if (page === 0 && !more) return null;
  const at = (number: number) => {
    const kept = Object.entries(query).filter(([, value]) => value !== '');
    return `${path}?${new URLSearchParams([...kept, ['page', String(number)]])}`;
  };
  return (
    <nav class="affiliation__pages" aria-label="Pages">
      {page > 0 && <a href={at(page - 1)}>Page précédente</a>}
      <span>Page {page + 1}</span>
      {more && <a href={at(page + 1)}>Page suivante</a>}
    </nav>
  );
}
