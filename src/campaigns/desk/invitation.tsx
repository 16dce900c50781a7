import { dayText, originOf, unbreakable, type Viewer, type Visit } from '../../web/index.ts';
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
        <summary>Un courriel prêt à envoyer</summary>
        <p>
          <a class="fr-btn fr-btn--secondary" href={addressOf(mail)}>
            L’ouvrir dans votre messagerie
          </a>
        </p>
        <div class="fr-input-group">
          <label class="fr-label" for="courriel">
            Ou son texte, à copier
            <span class="fr-hint-text">Sélectionnez tout, copiez, puis collez-le dans votre messagerie.</span>
          </label>
          <textarea class="fr-input" id="courriel" rows={16} readonly>
            {`Objet : ${mail.subject}\n\n${mail.text}`}
          </textarea>
        </div>
      </details>
    </section>
  );
}

type InvitationMail = { subject: string; text: string };

/** What a colleague needs to decide, in plain words. */
export function invitationMail(
  { title, opening, from, until, code }: Campaign,
  link: string,
): InvitationMail {
  const lines = [
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
  ];
  return { subject: title, text: unbreakable(lines.join('\n')) };
}

/** Opens a message to nobody yet, written already (RFC 6068: lines end with CR LF). */
function addressOf({ subject, text }: InvitationMail): string {
  const [about, body] = [subject, text.replaceAll('\n', '\r\n')].map(encodeURIComponent);
  return `mailto:?subject=${about}&body=${body}`;
}
