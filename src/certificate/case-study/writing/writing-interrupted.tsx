import type { Dossier } from '../../../content/index.ts';
import { page, type Viewer, type Visit } from '../../../web/index.ts';
import { addressOf } from '../addresses.ts';
import type { Written } from '../case-study.store.ts';
import { type CaseStudy, FIELDS } from '../case-study.ts';
import { durationText, leftText, workedSeconds } from '../hour.ts';

/** The clock is stopped, and the dossier out of sight. */
export function PausePage(visit: Visit<Viewer>, study: CaseStudy, dossier: Dossier): Response {
  const now = visit.app.now();
  return page(
    visit,
    { title: `${dossier.title} : en pause`, narrow: true },
    <>
      <h1>En pause</h1>
      <p class="lede">
        L’horloge est arrêtée, votre texte est enregistré. Il vous reste {leftText(workedSeconds(study, now))}
        .
      </p>
      <p>Jusqu’ici : {durationText(study, now)}. Les pauses seront écrites à la fin.</p>
      <form method="post" action={`${addressOf(study)}/reprise`}>
        <p class="actions">
          <button class="fr-btn" type="submit">
            Reprendre, l’horloge repart
          </button>
          <a class="fr-btn fr-btn--tertiary" href="/certificat/etudes-de-cas">
            Revenir plus tard
          </a>
        </p>
      </form>
    </>,
  );
}

/** Nothing typed is lost: it waits in this page while one signs in beside it. */
export function SignedOutPage(visit: Visit, typed: Written): Response {
  const address = visit.http.req.path;
  return page(
    visit,
    { title: 'Votre session est terminée, votre texte est ici', status: 401, narrow: true },
    <>
      <h1>Votre session est terminée, votre texte est ici</h1>
      <p class="lede">
        Il n’est pas encore enregistré. Gardez cette page ouverte, connectez-vous dans un autre onglet, puis
        revenez ici et enregistrez.
      </p>
      <p>
        <a href="/connexion" target="_blank" rel="noopener">
          Se connecter (nouvel onglet)
        </a>
      </p>
      <form method="post" action={address}>
        <input type="hidden" name="revision" value={String(typed.revision)} />
        {(['diagnosis', 'proposals'] as const).map((part) => (
          <div class="fr-input-group">
            <label class="fr-label" for={FIELDS[part]}>
              {part === 'diagnosis' ? 'Mon diagnostic' : 'Mes propositions'}
            </label>
            <textarea class="fr-input" id={FIELDS[part]} name={FIELDS[part]} rows={10}>
              {typed[part]}
            </textarea>
          </div>
        ))}
        <button class="fr-btn" type="submit">
          Enregistrer
        </button>
      </form>
    </>,
  );
}
