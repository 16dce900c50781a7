import { anyone, type Route, route, type Visit } from '../../web/index.ts';
import { heldSheet } from './answer.pages.tsx';
import { HelpLines, SchoolAdults } from './help.tsx';
import { askForAnAdult } from './sheet.store.ts';
import { youngPage } from './young-page.pages.tsx';

export const helpRoutes: Route[] = [
  route('GET', '/q/aide', anyone, showHelp),
  route('POST', '/q/aide', anyone, askAdult),
  route('GET', '/q/merci', anyone, thank),
];

/** Whom to call, for anybody who comes here; and, with a questionnaire at hand, a way to ask for an adult. */
async function showHelp(visit: Visit): Promise<Response> {
  const held = await heldSheet(visit);
  return youngPage(
    visit,
    'Tu ne vas pas bien',
    <>
      <h1>Tu ne vas pas bien ? Des gens sont là pour t’écouter.</h1>
      <HelpLines />
      <SchoolAdults />
      {held && (
        <section class="young-relay">
          <h2>Tu veux qu’un adulte vienne te parler ?</h2>
          <p>
            Si tu appuies sur le bouton, l’adulte de ton établissement qui s’occupe de ton suivi lira « relais
            demandé », avec la date. La direction peut le lire aussi. Rien d’autre : ni pourquoi, ni tes
            réponses.
          </p>
          <p>Ce n’est peut-être pas lu tout de suite. Si ça ne peut pas attendre, appelle un des numéros.</p>
          <form method="post" action="/q/aide">
            <button class="fr-btn fr-btn--lg young-go" type="submit">
              Oui, je veux qu’un adulte vienne me parler
            </button>
          </form>
        </section>
      )}
      <p>
        <a href={held && !held.sheet.sent ? '/q/debut' : '/q'}>Revenir aux questions</a>. Rien n’est écrit
        parce que tu as ouvert cette page.
      </p>
    </>,
    { helps: false },
  );
}

async function askAdult(visit: Visit): Promise<Response> {
  const { app } = visit;
  const held = await heldSheet(visit);
  if (!held) return visit.http.redirect('/q/aide', 303);
  await askForAnAdult(app.db, held.sheet, app.now());
  return youngPage(
    visit,
    'C’est demandé',
    <>
      <h1>C’est demandé</h1>
      <p class="lede">
        Merci de l’avoir dit. Un adulte de ton établissement lira « relais demandé » : c’est à lui de venir
        vers toi.
      </p>
      <p>En attendant, ces personnes répondent :</p>
      <HelpLines />
      <SchoolAdults />
      {!held.sheet.sent && (
        <p>
          <a href="/q/debut">Revenir aux questions</a>, si tu en as envie.
        </p>
      )}
    </>,
    { helps: false },
  );
}

/** The same for everybody, whatever was answered. */
function thank(visit: Visit): Response {
  return youngPage(
    visit,
    'Merci',
    <>
      <h1>Merci !</h1>
      <p class="lede">Tes réponses sont envoyées. Ton code ne sert plus : tu peux jeter ta feuille.</p>
      <p>
        Elles vont aider à voir ce qui marche pour les élèves. Elles ne disent pas ce que tu vaux, et personne
        ne te donnera de résultat.
      </p>
      <h2>Si un jour tu as besoin de parler</h2>
      <HelpLines />
      <SchoolAdults />
    </>,
  );
}
