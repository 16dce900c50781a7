/** What only the organisation that runs the service can say. */
export function Blank({ children }: { children: string }) {
  return <span class="blank">[{children}, à compléter par l’exploitant]</span>;
}
