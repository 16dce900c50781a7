import { dayText, originOf, type Viewer, type Visit } from '../../web/index.ts';
import type { Campaign } from './campaign.ts';
import { QrDrawing } from './qr-drawing.tsx';

/** The code, the link, the drawing of it and a mail to copy. */
export function Invite({ visit, campaign }: { visit: Visit<Viewer>; campaign: Campaign }) {
  const link = `${originOf(visit.http, visit.app.settings)}/rejoindre/${campaign.code}`;
  const mail = invitationMail(campaign, link);
  return (
    <section class="invite">
      <h2>Inviter</h2>
      <div class="invite__row">
        <div>
          <p class="invite__code">
            <span class="fr-hint-text">Code</span>
            <strong>{campaign.code}</strong>
          </p>
          <p>
            <span class="fr-hint-text">Lien</span>
            <a class="address" href={link}>
              {link}
            </a>
          </p>
          <p class="group-about">
            À projeter, à imprimer ou à envoyer. Chaque personne se connecte, lit ce qui sera partagé, puis
            choisit.
          </p>
        </div>
        <QrDrawing text={link} label={`Code à photographier, qui ouvre ${link}`} />
      </div>
      <details class="on-screen">
        <summary>Un courriel prêt à copier</summary>
        <div class="fr-input-group">
          <label class="fr-label" for="courriel">
            Texte du courriel
            <span class="fr-hint-text">Sélectionnez tout, copiez, puis collez-le dans votre messagerie.</span>
          </label>
          <textarea class="fr-input" id="courriel" rows={16} readonly>
            {mail}
          </textarea>
        </div>
      </details>
    </section>
  );
}

/** What a colleague needs to decide, in plain words. */
export function invitationMail({ title, opening, from, until, code }: Campaign, link: string): string {
  return [
    `Objet : ${title}`,
    '',
    'Bonjour,',
    '',
    `Je vous propose de rejoindre le groupe « ${title} », du ${dayText(from)} au ${dayText(until)}.`,
    ...(opening === '' ? [] : ['', opening]),
    '',
    `Pour le rejoindre : ${link}`,
    `Ou, sur le site, « Rejoindre un groupe », avec le code ${code}.`,
    '',
    'Vous lirez d’abord ce qui est partagé. Je verrai combien de personnes ont rejoint le groupe, commencé et terminé, en nombres arrondis. Je ne verrai ni vos réponses ni votre niveau. Vous pourrez en sortir à tout moment.',
    '',
    'Bien à vous,',
  ].join('\n');
}
