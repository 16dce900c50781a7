import {
  page,
  type Route,
  refuse,
  route,
  SourceList,
  staff,
  type Viewer,
  type Visit,
} from '../../../web/index.ts';
import type { Ending, Play } from '../dialogue.ts';
import { type Fork, otherWay, pivotOf } from '../other-way.ts';
import { moodText } from '../portrait/mood.ts';
import { Portrait } from '../portrait/portrait.tsx';
import { Feedback, Lines } from './conversation.tsx';
import { addressOf, findPlace, type Place } from './place.pages.ts';
import { TakeUpAgain } from './play.pages.tsx';
import { ConfidenceThread } from './thread.tsx';

export const endRoutes: Route[] = [route('GET', '/dialogues/:id/parties/:play/fin', staff, showEnd)];

/** Where the conversation led, what another reply would have led to, and what to remember. */
async function showEnd(visit: Visit<Viewer>): Promise<Response> {
  const place = await findPlace(visit);
  if (!place) return refuse(visit, 'absent');
  const { dialogue, story, kept, told, others } = place;
  const address = addressOf(kept);
  if (!told?.ending) return visit.http.redirect(address, 303);
  const fork = forkAsked(visit, told) ?? pivotOf(story, told, kept.path);
  const other = fork && (await otherWay(dialogue, story, kept.path, fork));
  const { ending } = told;
  const goingOn = others.some(({ endedAt }) => endedAt === null);
  return page(
    visit,
    { title: `${ending.title} – ${dialogue.title}`, narrow: true },
    <>
      <p class="above-title">
        <a href={`/dialogues/${dialogue.id}`}>{dialogue.title}</a>
      </p>
      <h1>{ending.title}</h1>
      <div class="ending">
        <Portrait name={dialogue.other.portrait} confidence={told.confidence} />
        <p class="lede">{ending.text}</p>
      </div>
      <h2>À retenir</h2>
      <ul class="takeaways">
        {dialogue.takeaways.map((takeaway) => (
          <li>{takeaway}</li>
        ))}
      </ul>
      <p class="actions">
        <a class="fr-btn" href="/plans/nouveau">
          Faire un plan « Si… alors… »
        </a>
        <a class="fr-btn fr-btn--secondary" href={`${address}/transcription`}>
          Lire ou imprimer la conversation
        </a>
      </p>
      <h2>{dialogue.other.confidence}, au fil de la conversation</h2>
      <ConfidenceThread
        label="Ce que vos répliques ont ouvert ou refermé, échange par échange"
        taken={[...told.scenes]}
        other={other ? [...other.scenes] : null}
      />
      {fork && other?.ending && (
        <Comparison place={place} told={told} fork={fork} other={{ ...other, ending: other.ending }} />
      )}
      <h2 id="choix">Tous vos choix</h2>
      {goingOn && (
        <p>Une autre conversation est en cours dans ce dialogue : rejouer depuis un choix la remplacera.</p>
      )}
      <AllChoices place={place} told={told} shown={fork} />
      <p>
        <a href="/dialogues">Voir les autres dialogues</a>
      </p>
      <SourceList sources={dialogue.sources} facts={visit.app.content.facts} />
    </>,
  );
}

/** The decision and the reply of the address, when they are a choice that was not made. */
function forkAsked({ http }: Visit, { scenes }: Play): Fork | null {
  const [decision, choice] = [http.req.query('choix'), http.req.query('autre')].map((text) =>
    text !== undefined && /^\d{1,2}$/.test(text) ? Number(text) - 1 : -1,
  );
  const before = scenes[decision!];
  const reply = before?.moment.choices[choice!];
  return reply === undefined || scenes[decision! + 1]?.reply === reply
    ? null
    : { decision: decision!, choice: choice! };
}

function Comparison({
  place: { dialogue, kept },
  told,
  fork,
  other,
}: {
  place: Place;
  told: Play;
  fork: Fork;
  other: Play & { ending: Ending };
}) {
  const before = told.scenes[fork.decision]!;
  const [taken, instead] = [told.scenes[fork.decision + 1]!, other.scenes[fork.decision + 1]!];
  const left = other.scenes.length - fork.decision - 2;
  return (
    <section class="comparison" aria-labelledby="comparaison">
      <h2 id="comparaison">
        {instead.confidence > taken.confidence
          ? 'Une réplique qui aurait ouvert davantage'
          : 'Un autre chemin possible'}
      </h2>
      <p>À l’échange {fork.decision + 1} :</p>
      <div>
        <Lines dialogue={dialogue} scene={before} />
      </div>
      <div class="comparison__ways">
        <div class="comparison__way">
          <h3>Vous avez choisi</h3>
          <p class="comparison__reply">{taken.reply}</p>
          {taken.feedback && <Feedback text={taken.feedback} />}
          <p class="mood">{moodText(dialogue.other, taken)}</p>
          <p>
            Votre conversation a mené à : <strong>{told.ending?.title}</strong>.
          </p>
        </div>
        <div class="comparison__way comparison__way--other">
          <h3>Vous auriez pu choisir</h3>
          <p class="comparison__reply">{instead.reply}</p>
          {instead.feedback && <Feedback text={instead.feedback} />}
          <p class="mood">{moodText(dialogue.other, instead)}</p>
          <p>
            {left > 0 ? 'La meilleure suite, à partir de là, mène ' : 'La conversation s’arrête là, et mène '}
            {other.ending.id === told.ending?.id ? 'aussi à' : 'à'} : <strong>{other.ending.title}</strong>.
          </p>
        </div>
      </div>
      <TakeUpAgain
        address={addressOf(kept)}
        decision={fork.decision}
        text={`Rejouer depuis ce choix (échange ${fork.decision + 1})`}
      />
    </section>
  );
}

/** Each choice, with what else could be said there: to compare with, or to play again. */
function AllChoices({ place: { kept }, told, shown }: { place: Place; told: Play; shown: Fork | null }) {
  const address = addressOf(kept);
  return (
    <ol class="choices">
      {told.scenes.slice(0, -1).map(({ moment }, decision) => {
        const chosen = kept.path[decision];
        return (
          <li>
            <p>{told.scenes[decision + 1]!.reply}</p>
            <div class="choices__acts">
              <TakeUpAgain address={address} decision={decision} text="Rejouer depuis ce choix" named />
              <details>
                <summary>
                  Les autres répliques<span class="fr-sr-only"> de l’échange {decision + 1}</span>
                </summary>
                <ul>
                  {moment.choices.map((text, choice) =>
                    choice === chosen ? null : (
                      <li>
                        {text}{' '}
                        {shown?.decision === decision && shown.choice === choice ? (
                          'Comparée ci-dessus.'
                        ) : (
                          <a href={`${address}/fin?choix=${decision + 1}&autre=${choice + 1}#comparaison`}>
                            Comparer<span class="fr-sr-only"> avec « {text} »</span>
                          </a>
                        )}
                      </li>
                    ),
                  )}
                </ul>
              </details>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
