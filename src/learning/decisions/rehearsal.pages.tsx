import type { DecisionCard } from '../../content/index.ts';
import {
  dayText,
  page,
  type Route,
  readForm,
  readQuery,
  refuse,
  route,
  staff,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { ExerciseBody } from '../modules/exercise.tsx';
import { isOver } from '../modules/steps.ts';
import { decisionOf } from './decision.pages.tsx';
import { findRehearsed, finishRehearsal } from './rehearsal.store.ts';
import { addressOf, fieldsOf, isPlayed, type Played, readPlayed } from './rehearsal.ts';

export const rehearsalRoutes: Route[] = [
  route('GET', '/decisions/:id/repetition', staff, show),
  route('POST', '/decisions/:id/repetition', staff, choose),
  route('GET', '/decisions/:id/repetition/fin', staff, showEnd),
  route('POST', '/decisions/:id/repetition/fin', staff, finish),
];

function show(visit: Visit<Viewer>): Response | Promise<Response> {
  const decision = decisionOf(visit);
  if (!decision) return refuse(visit, 'absent');
  return momentPage(visit, decision, readPlayed(decision, readQuery(visit.http)));
}

/** A choice is added to the address: nothing is stored, and the same choice sent twice leads to the same place. */
async function choose(visit: Visit<Viewer>): Promise<Response> {
  const decision = decisionOf(visit);
  if (!decision) return refuse(visit, 'absent');
  const { option = [], ...fields } = await readForm(visit.http);
  const before = readPlayed(decision, fields);
  const asked = before.moments[before.place - 1];
  if (!asked) return visit.http.redirect(`/decisions/${decision.id}/repetition${addressOf(before)}`, 303);
  const { id } = asked.moment;
  const after = readPlayed(decision, { ...fields, [id]: [...(fields[id] ?? []), ...option] });
  if (addressOf(after, before.place) === addressOf(before) && !isOver(asked.tries)) {
    return momentPage(visit, decision, before, 'Choisissez une réponse.');
  }
  return visit.http.redirect(`/decisions/${decision.id}/repetition${addressOf(after, before.place)}`, 303);
}

function momentPage(
  visit: Visit<Viewer>,
  decision: DecisionCard,
  played: Played,
  problem?: string,
): Response | Promise<Response> {
  const { moments, place } = played;
  const at = moments[place - 1];
  const name = at ? `Moment ${place} sur ${moments.length}` : 'Dites à voix haute';
  const here = `/decisions/${decision.id}/repetition`;
  return page(
    visit,
    {
      title: `${problem ? 'Erreur : ' : ''}${name} – Répéter : ${decision.title}`,
      status: problem ? 422 : 200,
      narrow: true,
    },
    <>
      <div>
        <p class="above-title">
          Cinq minutes pour répéter ·{' '}
          <a href={`/decisions/${decision.id}${addressOf(played)}`}>{decision.title}</a>
        </p>
        <h1 class="series__place">{name}</h1>
        <progress class="series__bar" max={moments.length + 1} value={place - 1} aria-label="Avancement" />
      </div>
      {place === 1 ? (
        <p class="rehearsal__situation">{decision.rehearsal.situation}</p>
      ) : (
        <details class="rehearsal__reminder">
          <summary>Relire la situation</summary>
          <p>{decision.rehearsal.situation}</p>
        </details>
      )}
      {at ? (
        <>
          <ExerciseBody
            action={here}
            fields={[...fieldsOf(played), ['moment', String(place)]]}
            exercise={{ stem: at.moment.cue, options: at.moment.options }}
            tries={at.tries}
            problem={problem}
          />
          <p class="actions">
            {isOver(at.tries) && (
              <a class="fr-btn" href={`${here}${addressOf(played, place + 1)}`}>
                {place === moments.length ? 'Continuer à voix haute' : 'Moment suivant'}
              </a>
            )}
            {place > 1 && (
              <a class="fr-btn fr-btn--tertiary" href={`${here}${addressOf(played, place - 1)}`}>
                Revenir en arrière
              </a>
            )}
          </p>
        </>
      ) : (
        <Aloud decision={decision} played={played} here={here} />
      )}
      <p class="series__leave">Rien de vos choix n’est gardé : ils restent dans l’adresse de cette page.</p>
    </>,
  );
}

function Aloud({ decision, played, here }: { decision: DecisionCard; played: Played; here: string }) {
  return (
    <>
      <p class="stem">{decision.rehearsal.say}</p>
      <p>
        Dites-le vraiment, même tout bas : ce qui a été dit une fois vient plus facilement le moment venu.
        Puis redites-le, comme vous le diriez demain.
      </p>
      <details class="rehearsal__reminder">
        <summary>Des mots qui peuvent aider</summary>
        <ul>
          {decision.card.words.map((words) => (
            <li>{words}</li>
          ))}
        </ul>
      </details>
      <form method="post" action={`${here}/fin`}>
        {fieldsOf(played).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <p class="actions">
          <button class="fr-btn" type="submit">
            C’est dit
          </button>
          <a class="fr-btn fr-btn--tertiary" href={`${here}${addressOf(played, played.place - 1)}`}>
            Revenir en arrière
          </a>
        </p>
      </form>
    </>
  );
}

async function finish(visit: Visit<Viewer>): Promise<Response> {
  const decision = decisionOf(visit);
  if (!decision) return refuse(visit, 'absent');
  const { app, viewer, http } = visit;
  const played = readPlayed(decision, await readForm(http));
  const here = `/decisions/${decision.id}/repetition`;
  if (!isPlayed(played)) return http.redirect(`${here}${addressOf(played)}`, 303);
  await finishRehearsal(app.db, viewer, decision, app.now());
  return http.redirect(`${here}/fin`, 303);
}

async function showEnd(visit: Visit<Viewer>): Promise<Response> {
  const decision = decisionOf(visit);
  if (!decision) return refuse(visit, 'absent');
  const { app, viewer, http } = visit;
  const day = (await findRehearsed(app.db, viewer)).get(decision.id);
  if (!day) return http.redirect(`/decisions/${decision.id}/repetition`, 303);
  return page(
    visit,
    { title: `Répétition terminée : ${decision.title}`, narrow: true },
    <>
      <p class="above-title">{decision.title}</p>
      <h1>Vous l’avez répété</h1>
      <p class="lede">Il reste à choisir quand vous le ferez, et par quoi vous commencerez.</p>
      <p class="actions">
        <a class="fr-btn" href={`/plans/nouveau?module=${decision.modules[0]}`}>
          Faire mon plan « Si… alors… »
        </a>
        <a class="fr-btn fr-btn--secondary" href={`/decisions/${decision.id}`}>
          Relire la fiche
        </a>
        <a class="fr-btn fr-btn--tertiary" href={`/decisions/${decision.id}/repetition`}>
          Recommencer
        </a>
      </p>
      <p>Nous gardons seulement que vous avez fini cette répétition, le {dayText(day)}. Vos choix, non.</p>
      <p>
        <a href="/decisions">Répéter une autre décision</a>, ou{' '}
        <a href="/mon-parcours">revenir à mon parcours</a>.
      </p>
    </>,
  );
}
