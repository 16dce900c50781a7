import {
  competencesOf,
  type Dialogue,
  isWithdrawn,
  NEEDS,
  type Need,
  speakersOf,
} from '../../content/index.ts';
import {
  longDate,
  page,
  type Route,
  readForm,
  refuse,
  route,
  SourceList,
  staff,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { beginPlay, findPlays, type KeptPlay } from './dialogue.store.ts';
import { addressOf, findDialogue } from './playing/place.pages.ts';
import { Portrait } from './portrait/portrait.tsx';

export const dialogueRoutes: Route[] = [
  route('GET', '/dialogues', staff, showDialogues),
  route('GET', '/dialogues/:id', staff, showDialogue),
  route('POST', '/dialogues/:id/parties', staff, begin),
];

async function showDialogues(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const dialogues = app.content.dialogues.filter((dialogue) => !isWithdrawn(dialogue, app.now()));
  const met = (Object.keys(NEEDS) as Need[]).filter((need) =>
    dialogues.some(({ needs }) => needs.includes(need)),
  );
  const need = met.find((known) => known === http.req.query('besoin'));
  const shown = need ? dialogues.filter(({ needs }) => needs.includes(need)) : dialogues;
  const plays = await findPlays(app.db, viewer);
  return page(
    visit,
    { title: 'Dialogues', narrow: true },
    <>
      <h1>S’entraîner à une conversation</h1>
      <p class="lede">
        Vous parlez à quelqu’un, vous choisissez vos mots, vous voyez ce qu’ils ouvrent ou referment. On peut
        revenir sur chaque choix. Personne d’autre ne voit ce que vous essayez.
      </p>
      {dialogues.length === 0 && <p>Aucun dialogue n’est encore publié.</p>}
      {met.length > 0 && (
        <nav aria-labelledby="besoins">
          <h2 class="dialogue-needs" id="besoins">
            De quoi avez-vous besoin ?
          </h2>
          <ul class="pills">
            {met.map((id) => (
              <li>
                <a href={`/dialogues?besoin=${id}`} aria-current={id === need ? 'true' : undefined}>
                  {NEEDS[id]}
                </a>
              </li>
            ))}
            {need && (
              <li>
                <a href="/dialogues">Tous</a>
              </li>
            )}
          </ul>
        </nav>
      )}
      <ul class="dialogue-list">
        {shown.map((dialogue) => (
          <li>
            <Portrait name={dialogue.other.portrait} confidence={2} small />
            <div>
              <h2 class="dialogue-list__title">
                <a href={`/dialogues/${dialogue.id}`}>{dialogue.title}</a>
              </h2>
              <p>{dialogue.aim}</p>
              <p class="listing__why">
                Avec {dialogue.other.name}, {dialogue.other.role}. {dialogue.minutes} minutes.{' '}
                <strong>{stateText(dialogue, plays)}</strong>
              </p>
            </div>
          </li>
        ))}
      </ul>
    </>,
  );
}

/** Where the person is in a dialogue, in a few words. */
function stateText(dialogue: Dialogue, plays: readonly KeptPlay[]): string {
  const own = plays.filter((kept) => kept.dialogue === dialogue.id);
  if (own.some(({ endedAt }) => endedAt === null)) return 'En cours.';
  const times = own.length;
  return times === 0 ? '' : times === 1 ? 'Joué une fois.' : `Joué ${times} fois.`;
}

async function showDialogue(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer } = visit;
  const dialogue = findDialogue(visit);
  if (!dialogue || isWithdrawn(dialogue, app.now())) return refuse(visit, 'absent');
  const plays = (await findPlays(app.db, viewer)).filter((kept) => kept.dialogue === dialogue.id);
  const open = plays.find(({ endedAt }) => endedAt === null);
  const ended = plays.filter(({ endedAt, version }) => endedAt !== null && version === dialogue.version);
  const competences = competencesOf(app.content.framework).filter(({ code }) =>
    dialogue.competences.includes(code),
  );
  return page(
    visit,
    { title: dialogue.title, narrow: true },
    <>
      <p class="above-title">
        <a href="/dialogues">Dialogues</a> · {dialogue.minutes} minutes
      </p>
      <h1>{dialogue.title}</h1>
      <p class="lede">{dialogue.situation}</p>
      <p class="lede">
        <strong>Ce que vous cherchez.</strong> {dialogue.aim}
      </p>
      <Begin dialogue={dialogue} open={open} played={ended.length > 0} />
      <h2>Qui vous rencontrez</h2>
      <ul class="cast">
        {speakersOf(dialogue).map(({ name, role, portrait }) => (
          <li>
            <Portrait name={portrait} confidence={2} small />
            <p>
              <strong>{name}</strong>
              <br />
              {role}
            </p>
          </li>
        ))}
      </ul>
      {ended.length > 0 && (
        <>
          <h2>Vos conversations terminées</h2>
          <ul>
            {ended.map((kept) => (
              <li>
                <a href={`${addressOf(kept)}/fin`}>
                  {dialogue.endings.find(({ id }) => id === kept.ending)?.title ?? kept.ending}
                </a>
                , le {longDate(kept.endedAt!)}
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="about">
        {competences.length > 1 ? 'Compétences' : 'Compétence'} :{' '}
        {competences.map(({ title }) => title).join(' ; ')}. Les personnes et les lieux sont inventés. Contenu{' '}
        {dialogue.status === 'relu' ? 'relu' : 'à relire par des spécialistes'}, à revoir avant le{' '}
        {longDate(new Date(dialogue.reviewBy))}.
      </p>
      <SourceList sources={dialogue.sources} facts={app.content.facts} />
    </>,
  );
}

function Begin({
  dialogue: { id },
  open,
  played,
}: {
  dialogue: Dialogue;
  open: KeptPlay | undefined;
  played: boolean;
}) {
  return (
    <form method="post" action={`/dialogues/${id}/parties`}>
      <p class="actions">
        {open && (
          <a class="fr-btn" href={addressOf(open)}>
            Reprendre
          </a>
        )}
        {open && <input type="hidden" name="recommencer" value="oui" />}
        <button class={open ? 'fr-btn fr-btn--secondary' : 'fr-btn'} type="submit">
          {open ? 'Recommencer du début' : played ? 'Rejouer' : 'Commencer'}
        </button>
      </p>
    </form>
  );
}

/** Begins, or goes on with what was begun; from the beginning when asked. */
async function begin(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const dialogue = findDialogue(visit);
  if (!dialogue || isWithdrawn(dialogue, app.now())) return refuse(visit, 'absent');
  const anew = (await readForm(http)).recommencer?.[0] === 'oui';
  const open = (await findPlays(app.db, viewer)).find(
    (kept) => kept.dialogue === dialogue.id && kept.endedAt === null && kept.version === dialogue.version,
  );
  if (open && !anew) return http.redirect(addressOf(open), 303);
  const id = await beginPlay(app.db, viewer, dialogue, [], app.now());
  return http.redirect(addressOf({ dialogue: dialogue.id, id }), 303);
}
