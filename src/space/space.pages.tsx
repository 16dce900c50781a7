import { nextStep } from '../assessment/index.ts';
import { waitingFollowUps } from '../follow-up/index.ts';
import { waitingPractice } from '../learning/index.ts';
import { page, type Route, route, staff, type Viewer, type Visit, type Waiting } from '../web/index.ts';

export const spaceRoutes: Route[] = [route('GET', '/mon-espace', staff, showSpace)];

/** What waits for whoever comes in, and the next step proposed; the rest is behind it. */
async function showSpace(visit: Visit<Viewer>): Promise<Response> {
  const { viewer } = visit;
  const { step, hasResults } = await nextStep(visit);
  const [youngPeople, practice] = await Promise.all([
    waitingFollowUps(visit),
    hasResults ? waitingPractice(visit) : [],
  ]);
  const inSchool = viewer.memberships.some(({ school }) => school !== null);
  return page(
    visit,
    { title: 'Mon espace' },
    <>
      <h1>Bonjour {viewer.name}</h1>
      <div class="space">
        <WaitingList title="Pour des élèves" lines={youngPeople} />
        <div class="space__step">{step}</div>
        <WaitingList title="Pour progresser" lines={practice} />
      </div>
      <ul class="space__doors">
        {inSchool && (
          <li>
            <a href="/suivi/alertes/nouvelle">Dire ce que j’ai vu d’un élève</a>
          </li>
        )}
        <li>
          <a href="/mon-parcours?temps=5">Je n’ai que cinq minutes</a>
        </li>
        {hasResults && (
          <li>
            <a href="/mes-reponses">Revoir mes réponses et leurs explications</a>
          </li>
        )}
      </ul>
    </>,
  );
}

function WaitingList({ title, lines }: { title: string; lines: readonly Waiting[] }) {
  if (lines.length === 0) return null;
  return (
    <section class="space__waiting">
      <h2>{title}</h2>
      <ul>
        {lines.map(({ href, text, detail }) => (
          <li>
            <a href={href}>{text}</a>
            {detail && <span class="space__detail"> {detail}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
