import { page, type Route, refuse, route, staff, type Viewer, type Visit } from '../../web/index.ts';
import { schoolsMet } from '../meeting/meeting.store.ts';
import { findFollowUps, type SeenFollowUp } from '../situations/follow-up.store.ts';
import { LEVELS } from '../vocabulary.ts';

export const nameRoutes: Route[] = [
  route('GET', '/suivi/correspondance', staff, showCorrespondence),
  route('GET', '/suivi/etiquettes', staff, showSlips),
];

/** The follow-ups whose names the viewer may need: their own circle, or the school they meet for. */
async function followUpsOf({ app, viewer }: Visit<Viewer>): Promise<SeenFollowUp[] | null> {
  const followUps = await findFollowUps(app.db, viewer, { closed: false }, app.now());
  const meets = (await schoolsMet(app.db, viewer, app.now())).length > 0;
  return followUps.length > 0 || meets ? followUps : null;
}

async function showCorrespondence(visit: Visit<Viewer>): Promise<Response> {
  const followUps = await followUpsOf(visit);
  if (!followUps) return refuse(visit, 'absent');
  const codes = followUps.map(({ code, level }) => ({ code, className: LEVELS[level] }));
  return page(
    visit,
    { title: 'Afficher les noms', island: 'file' },
    <>
      <p class="series__name">
        <a href="/suivi">Suivi des jeunes</a>
      </p>
      <h1>Afficher les noms, sans les envoyer</h1>
      <p class="lede">
        L’application ne connaît que des codes. Le fichier de correspondance de votre établissement dit qui
        est qui : il s’ouvre dans votre navigateur, affiche les noms à côté des codes, et n’en sort jamais.
      </p>
      <div id="correspondance" data-codes={JSON.stringify(codes)}>
        <p class="signal-help">
          Le fichier a besoin de JavaScript, qui ne répond pas ici. Sans lui, tout fonctionne avec les codes :
          imprimez les étiquettes et écrivez les noms à la main.
        </p>
      </div>
      <section>
        <h2>Ce qu’il faut savoir</h2>
        <ul>
          <li>
            Les noms sont chiffrés avec votre phrase avant d’être écrits où que ce soit. Personne ne peut
            ouvrir le fichier sans elle, ni la retrouver.
          </li>
          <li>
            Gardez le fichier sur un disque de l’établissement, jamais dans un courriel, et la phrase
            ailleurs. Deux personnes au moins la connaissent.
          </li>
          <li>
            Il reste ouvert d’une page à l’autre, et se ferme seul : après vingt minutes sans activité, ou
            quand vous vous déconnectez.
          </li>
          <li>Quand un suivi est effacé, videz sa ligne : personne ne peut le faire à votre place.</li>
        </ul>
        <p>
          <a href="/suivi/etiquettes">Imprimer des étiquettes à compléter à la main</a>
        </p>
      </section>
    </>,
  );
}

/** For those who keep names on paper: a slip a code, with a line to write on. */
async function showSlips(visit: Visit<Viewer>): Promise<Response> {
  const followUps = await followUpsOf(visit);
  if (!followUps) return refuse(visit, 'absent');
  const asked = visit.http.req.query('code');
  const slips = asked ? followUps.filter(({ code }) => code === asked) : followUps;
  return page(
    visit,
    { title: 'Étiquettes des codes' },
    <>
      <div class="on-screen">
        <p class="series__name">
          <a href="/suivi">Suivi des jeunes</a>
        </p>
        <h1>Étiquettes des codes</h1>
        <p class="lede">
          Imprimez cette page, écrivez un nom par étiquette, et gardez-les sous clé, à l’écart des comptes
          rendus. Elles remplacent le fichier de correspondance, ou servent le jour où il ne s’ouvre pas.
        </p>
        <p>
          <a href="/suivi/correspondance">Le fichier de correspondance, chiffré</a>
        </p>
      </div>
      {slips.length === 0 ? (
        <p>Aucun suivi en cours : rien à imprimer.</p>
      ) : (
        <ul class="code-slips">
          {slips.map(({ code, level }) => (
            <li class="code-slip">
              <p class="code-slip__code" data-follow-up={code}>
                {code}
              </p>
              <p class="code-slip__line">Nom, prénom :</p>
              <p class="code-slip__line">Classe ({LEVELS[level]}) :</p>
              <p class="code-slip__what">
                Ce code remplace le nom de l’élève dans le suivi du GPDS. À garder sous clé par le référent ;
                à remettre à son successeur ; à détruire quand le suivi est effacé.
              </p>
            </li>
          ))}
        </ul>
      )}
    </>,
  );
}
