import { page, type Route, refuse, route, staff, type Viewer, type Visit } from '../../../web/index.ts';
import { addressOf, STUDY } from '../addresses.ts';
import { Preparation } from '../dossier/preparation.tsx';
import { finishedOf } from './grid.pages.tsx';
import { planOf } from './plan.ts';
import { WrittenText } from './written-text.tsx';

export const presentationRoutes: Route[] = [route('GET', `${STUDY}/presentation`, staff, showPresentation)];

/** Ten minutes aloud, with a plan that says where one should be. */
async function showPresentation(visit: Visit<Viewer>): Promise<Response> {
  const found = await finishedOf(visit);
  if (!found) return refuse(visit, 'absent');
  const { study, dossier } = found;
  return page(
    visit,
    { title: `${dossier.title} : dix minutes pour présenter`, narrow: true, island: 'presentation' },
    <>
      <p class="above-title">
        <a href={addressOf(study)}>{dossier.title}</a>
      </p>
      <h1>Dix minutes pour présenter</h1>
      <p class="lede">
        Debout, à voix haute, sans lire. Voici un plan parmi d’autres. Rien n’est enregistré : ni votre voix,
        ni votre temps.
      </p>
      <Preparation />
      <div data-presentation>
        <p class="talk__without">Prenez une montre : les minutes sont celles où chaque partie commence.</p>
        <ol class="talk__plan">
          {planOf(dossier.presentation).map(({ text, from }) => (
            <li data-from={from === null ? undefined : String(from)}>
              {from !== null && <span class="talk__from">À {from}:00,</span>} {text}
            </li>
          ))}
        </ol>
      </div>
      <details class="at-the-hour">
        <summary>Mon texte, comme aide-mémoire</summary>
        <WrittenText study={study} level={2} />
      </details>
      <p class="actions">
        <a class="fr-btn fr-btn--secondary" href={`${addressOf(study)}/jury/1`}>
          Puis les questions du jury
        </a>
      </p>
    </>,
  );
}
