import { competencesOf } from '../../content/index.ts';
import {
  longDate,
  page,
  type Route,
  refuse,
  route,
  staff,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { bankOf } from '../bank/bank.ts';
import { STAGES } from '../bank/next-question.ts';
import { RereadingChoice } from '../series/rereading-choice.tsx';
import { BandDrawing, BandScale } from './band-chart.tsx';
import { findConfirmedPractice } from './confirmed-practice.store.ts';
import { EXPLORATION_REASONS, sortCompetences } from './exploration.ts';
import {
  bandInWords,
  capitalised,
  LEVEL_MEANINGS,
  LEVEL_ZONES,
  mostProbableInWords,
  PROVISIONAL_NOTICE,
  zoneOf,
} from './level-words.ts';
import { findKnowledge } from './profile.store.ts';
import { type CompetenceReport, type Knowledge, type Moment, type Profile, profileOf } from './profile.ts';
import { General, MostProbable, ProvisionalNotice } from './result.tsx';

export const profileRoutes: Route[] = [
  route('GET', '/mon-profil', staff, showProfile),
  route('GET', '/mon-profil/competences/:code', staff, showCompetence),
];

export function knowledgeFor({ app, viewer }: Visit<Viewer>): Promise<Knowledge | null> {
  return findKnowledge(app.db, viewer, app.content, app.now());
}

export async function profileFor(visit: Visit<Viewer>): Promise<Profile | null> {
  const { content, now } = visit.app;
  const knowledge = await knowledgeFor(visit);
  return knowledge && profileOf(bankOf(content), content.framework, content.professions, knowledge, now());
}

async function showProfile(visit: Visit<Viewer>): Promise<Response> {
  const profile = await profileFor(visit);
  if (!profile) return page(visit, { title: 'Ce que je sais', narrow: true }, <Nothing />);
  const confirmed = await findConfirmedPractice(visit.app.db, visit.viewer);
  return page(
    visit,
    { title: 'Ce que je sais' },
    <>
      <div class="profile__head">
        <h1>Ce que je sais</h1>
        <p class="profile__basis">
          {profile.answers} réponse{profile.answers > 1 ? 's' : ''} · {longDate(profile.asOf)}
          <span class="on-screen">
            {' · '}
            <a href="/mon-profil.pdf">Télécharger en PDF</a>
          </span>
        </p>
      </div>
      <General general={profile.general} complete={profile.stages >= STAGES} />
      <ProvisionalNotice {...profile} />
      <Domains profile={profile} />
      <Meanings profile={profile} />
      <Competences profile={profile} confirmed={confirmed} />
      <History history={profile.history} />
    </>,
  );
}

function Nothing() {
  return (
    <>
      <h1>Ce que je sais</h1>
      <p class="lede">
        Répondez à huit situations : vous verrez ici une première estimation, par grands domaines, avec sa
        marge d’incertitude. Personne d’autre que vous ne pourra l’ouvrir.
      </p>
      <p>
        <a class="fr-btn" href="/mon-espace">
          Commencer
        </a>
      </p>
    </>
  );
}

function Domains({ profile: { domains } }: { profile: Profile }) {
  return (
    <section aria-labelledby="domaines">
      <h2 id="domaines">Par domaine</h2>
      <table class="domains">
        <caption class="fr-sr-only">Votre estimation dans chacun des cinq domaines</caption>
        <thead>
          <tr>
            <th scope="col">Domaine</th>
            <td class="domains__band" aria-hidden="true">
              <BandScale />
            </td>
            <th scope="col">Estimation</th>
            <th scope="col">Réponses</th>
          </tr>
        </thead>
        <tbody>
          {domains.map(({ domain, reading, answers }) => (
            <tr>
              <th scope="row">{domain.title}</th>
              <td class="domains__band" aria-hidden="true">
                <BandDrawing reading={reading} />
              </td>
              <td>
                {capitalised(bandInWords(reading))}
                <MostProbable class="domains__probable" reading={reading} />
              </td>
              <td class="domains__answers">
                {answers}
                <span class="domains__unit"> réponse{answers > 1 ? 's' : ''}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="soft">
        Un domaine où vous avez peu répondu est estimé en partie d’après les autres : ne comparez que des
        estimations qui ne se recouvrent presque pas.
      </p>
    </section>
  );
}

function Meanings({ profile: { general } }: { profile: Profile }) {
  const probable = zoneOf(general.mostProbableLevel);
  return (
    <section aria-labelledby="niveaux">
      <h2 id="niveaux">Ce que veut dire un niveau</h2>
      <dl class="meanings">
        {LEVEL_ZONES.map((zone, index) => (
          <div class={index === probable ? 'meanings__level meanings__level--probable' : 'meanings__level'}>
            <dt>
              {zone}
              {index === probable && (
                <span class="meanings__mark">
                  <span class="fr-sr-only"> : </span>le plus probable pour vous
                </span>
              )}
            </dt>
            <dd>{LEVEL_MEANINGS[index]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What a peer saw, beside what answers estimate. */
function Confirmed({ on }: { on: Date | undefined }) {
  return on ? <p class="competence__text">Pratique confirmée par un pair le {longDate(on)}.</p> : null;
}

function Competences({ profile, confirmed }: { profile: Profile; confirmed: ReadonlyMap<string, Date> }) {
  const { measured, toExplore } = sortCompetences(profile);
  return (
    <section id="competences" aria-labelledby="titre-competences">
      <h2 id="titre-competences">Par compétence</h2>
      {measured.length > 0 && (
        <>
          <h3>Mesurées</h3>
          <ul class="competences">
            {measured.map((report) => (
              <li class="competence">
                <a href={`/mon-profil/competences/${report.competence.code}`}>{report.competence.title}</a>
                <p class="competence__text">
                  {capitalised(bandInWords(report.reading!))} ; le plus probable :{' '}
                  {mostProbableInWords(report.reading!)}. {report.answers} réponses.
                </p>
                <Confirmed on={confirmed.get(report.competence.code)} />
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>Pistes à explorer</h3>
      <p>
        Une compétence n’est dite « mesurée » qu’avec au moins trois réponses à elle et une marge d’au plus
        trois niveaux. Les autres ne sont ni des points forts ni des points faibles : elles sont à explorer.
      </p>
      <ul class="competences">
        {toExplore.map((report) => (
          <li class="competence">
            <a href={`/mon-profil/competences/${report.competence.code}`}>{report.competence.title}</a>
            <p class="competence__text">{EXPLORATION_REASONS[report.reason!]}</p>
            <Confirmed on={confirmed.get(report.competence.code)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function History({ history }: { history: Moment[] }) {
  return (
    <section aria-labelledby="historique">
      <h2 id="historique">Dans le temps</h2>
      <ul class="moments">
        {[...history].reverse().map((moment) => (
          <li class="moment">
            <p class="moment__date">
              {longDate(moment.endedAt)} · {moment.answers} réponse{moment.answers > 1 ? 's' : ''}
            </p>
            <p>
              {capitalised(bandInWords(moment.general))} ; le plus probable :{' '}
              {mostProbableInWords(moment.general)}.
            </p>
            <ChangeText changes={moment.changes} />
          </li>
        ))}
      </ul>
      <p class="soft">
        Pour une personne, seul un changement d’environ deux niveaux peut être établi. Répondre à plus de
        questions rend l’estimation plus précise : ce n’est pas un changement.
      </p>
    </section>
  );
}

function ChangeText({ changes }: { changes: Moment['changes'] }) {
  if (changes === 'first') return null;
  if (changes.length === 0)
    return <p class="moment__change">Aucun changement établi depuis la fois précédente.</p>;
  return (
    <ul class="moment__change">
      {changes.map(({ what, direction }) => (
        <li>
          {what} : {direction === 'up' ? 'progrès établi' : 'baisse établie'} depuis la fois précédente.
        </li>
      ))}
    </ul>
  );
}

/** One competence: what it is, what is known of it, and what a series in depth would bring. */
async function showCompetence(visit: Visit<Viewer>): Promise<Response> {
  const { app, http } = visit;
  const code = http.req.param('code');
  const competence = competencesOf(app.content.framework).find((known) => known.code === code);
  if (!competence) return refuse(visit, 'absent');
  const profile = await profileFor(visit);
  const confirmed = await findConfirmedPractice(app.db, visit.viewer);
  const report = profile?.domains
    .flatMap(({ competences }) => competences)
    .find((known) => known.competence.code === code);
  return page(
    visit,
    { title: competence.title, narrow: true },
    <>
      <p class="above-title">Compétence {competence.code}</p>
      <h1>{competence.title}</h1>
      <p class="lede">{competence.description}</p>
      <h2>Ce que je sais</h2>
      <Known report={report} rereads={visit.viewer.rereadsAnswers === true} />
      <Confirmed on={confirmed.get(competence.code)} />
      <h2>Ce qu’elle demande</h2>
      <ul>
        {competence.skills.map((skill) => (
          <li>{skill}</li>
        ))}
      </ul>
      <h2>Les niveaux, en actes</h2>
      <ol class="ladder">
        {competence.levels.map((act, index) => (
          <li>
            <strong>{app.content.framework.levelNames[index]}</strong>
            {index >= 3 && <span class="ladder__note"> (à confirmer par la pratique)</span>}
            <br />
            {act}
          </li>
        ))}
      </ol>
      <p>
        <a href="/mon-profil">Revenir à ce que je sais</a>
      </p>
    </>,
  );
}

function Known({ report, rereads }: { report: CompetenceReport | undefined; rereads: boolean }) {
  const answers = report?.answers ?? 0;
  return (
    <>
      {report?.reading ? (
        <>
          <p>
            {capitalised(bandInWords(report.reading))} ; le plus probable :{' '}
            {mostProbableInWords(report.reading)}.
          </p>
          <div class="profile__drawing">
            <BandDrawing reading={report.reading} />
            <BandScale />
          </div>
          <p class="soft">{PROVISIONAL_NOTICE}</p>
        </>
      ) : (
        <p>
          {answers === 0
            ? 'Vous n’avez pas encore répondu à une question de cette compétence.'
            : `${answers} réponse${answers > 1 ? 's' : ''} : c’est trop peu pour en dire le niveau.`}
        </p>
      )}
      {report?.explorable ? (
        <form class="depth" method="post" action="/evaluations">
          <input type="hidden" name="competence" value={report.competence.code} />
          <p>
            Une série de questions sur cette seule compétence (12 au plus, une dizaine de minutes) rend son
            estimation plus précise. Elle se fait une fois par an.
          </p>
          <RereadingChoice rereads={rereads} />
          <button class="fr-btn" type="submit">
            Explorer cette compétence
          </button>
        </form>
      ) : (
        <p class="soft">
          {report
            ? 'Vous avez déjà exploré cette compétence cette année, ou vu presque toutes ses questions.'
            : 'Faites d’abord une étape de positionnement.'}
        </p>
      )}
    </>
  );
}
