import { dayOf } from '../../calendar/index.ts';
import { isWithdrawn } from '../../content/index.ts';
import {
  ErrorSummary,
  errorOf,
  type FieldError,
  Markdown,
  page,
  type Route,
  readForm,
  refuse,
  route,
  SourceList,
  TextField,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { checkText } from '../../writing/index.ts';
import { openWorkshop } from '../live/live.store.ts';
import type { Material } from '../live/rounds.ts';
import { trainer } from '../trainer.ts';

export const chooseRoutes: Route[] = [
  route('GET', '/ateliers/cas/:contenu', trainer, (visit) => choosePage(visit, 'case')),
  route('POST', '/ateliers/cas/:contenu', trainer, (visit) => open(visit, 'case')),
  route('GET', '/ateliers/dialogues/:contenu', trainer, (visit) => choosePage(visit, 'dialogue')),
  route('POST', '/ateliers/dialogues/:contenu', trainer, (visit) => open(visit, 'dialogue')),
];

const LONGEST_LABEL = 60;

function itemOf({ app, http }: Visit, kind: Material['kind']) {
  const id = http.req.param('contenu');
  const { workshops, dialogues } = app.content;
  const found = (kind === 'case' ? workshops : dialogues).find((item) => item.id === id);
  return found && !isWithdrawn(found, app.now()) ? found : null;
}

function choosePage(
  visit: Visit<Viewer>,
  kind: Material['kind'],
  typed: { label: string; shows: boolean } = { label: '', shows: true },
  errors: FieldError[] = [],
): Response {
  const item = itemOf(visit, kind);
  if (!item) return refuse(visit, 'absent');
  const { facts } = visit.app.content;
  const address = `/ateliers/${kind === 'case' ? 'cas' : 'dialogues'}/${item.id}`;
  const isCase = 'guide' in item;
  return page(
    visit,
    {
      title: `${errors.length > 0 ? 'Erreur : ' : ''}Ouvrir un atelier : ${item.title}`,
      status: errors.length > 0 ? 422 : 200,
      narrow: true,
    },
    <>
      <p>
        <a href="/ateliers">Ateliers</a>
      </p>
      <h1>{item.title}</h1>
      <ErrorSummary errors={errors} />
      <p class="lede">{isCase ? item.summary : item.aim}</p>
      {isCase ? (
        <>
          <ul>
            <li>
              <a href={`${address}/guide`}>Le guide de la personne qui anime, 45 minutes</a>
            </li>
            <li>
              <a href={`${address}/papier`}>
                La version sur papier : cas, cartes par métier, cartes de vote, guide
              </a>
            </li>
          </ul>
          <details class="workshop-remove">
            <summary>Lire la situation</summary>
            <Markdown text={item.opening} />
          </details>
        </>
      ) : (
        <>
          <p>{item.situation}</p>
          <ul>
            <li>
              <a href={`${address}/papier`}>
                La version sur papier : situation, échanges à montrer, cartes de vote, livret
              </a>
            </li>
          </ul>
        </>
      )}
      <h2>Ouvrir un atelier</h2>
      <form class="fr-mb-4w" method="post" action={address} novalidate>
        <TextField
          name="repere"
          label="Un repère pour vous (facultatif)"
          hint="Comme « équipe de 4e, lundi ». Il s’imprime sur la fiche. Aucun nom."
          value={typed.label}
          error={errorOf(errors, 'repere')}
          maxlength={80}
        />
        <fieldset class="phone-choices">
          <legend>Pendant un vote, l’écran montre</legend>
          <label class="phone-choice">
            <input type="radio" name="votes" value="oui" checked={typed.shows} />
            <span>
              les voix à mesure qu’elles arrivent{' '}
              <span class="fr-hint-text">
                À partir de cinq votes, et par trois au moins : on ne voit pas une voix arriver seule. Le
                dernier vote d’un tour peut pourtant se deviner dans une petite salle.
              </span>
            </span>
          </label>
          <label class="phone-choice">
            <input type="radio" name="votes" value="non" checked={!typed.shows} />
            <span>
              seulement combien ont voté{' '}
              <span class="fr-hint-text">
                Les voix apparaissent à la fermeture : personne ne suit les autres.
              </span>
            </span>
          </label>
        </fieldset>
        <button class="fr-btn" type="submit">
          Obtenir un code
        </button>
      </form>
      {isCase && <SourceList sources={[...item.facts, ...item.sources]} facts={facts} />}
    </>,
  );
}

async function open(visit: Visit<Viewer>, kind: Material['kind']): Promise<Response> {
  const { app, viewer, http } = visit;
  const item = itemOf(visit, kind);
  if (!item) return refuse(visit, 'absent');
  const fields = await readForm(http);
  const label = (fields.repere?.[0] ?? '').trim();
  const shows = fields.votes?.[0] !== 'non';
  const errors = label === '' ? [] : labelProblems(label, dayOf(app.now()));
  if (errors.length > 0) return choosePage(visit, kind, { label, shows }, errors);
  const id = await openWorkshop(
    app.db,
    viewer,
    {
      kind,
      contentId: item.id,
      contentVersion: item.version,
      title: item.title,
      label,
      showsVotes: shows,
    },
    app.now(),
  );
  return http.redirect(`/ateliers/${id}`, 303);
}

function labelProblems(label: string, today: string): FieldError[] {
  return checkText(label, { field: 'repere', what: 'ce repère', longest: LONGEST_LABEL, today }).problems;
}
