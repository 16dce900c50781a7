/** Who answers, when, and for what. Each was looked up on its own site or on that of a public body in November 2026. */
const LINES = [
  {
    number: '3114',
    tel: '3114',
    what: 'Tu penses à mourir, ou à te faire du mal.',
    when: 'Jour et nuit.',
    site: 'https://3114.fr/',
  },
  {
    number: '119',
    tel: '119',
    what: 'Quelqu’un te fait du mal, chez toi ou ailleurs. Ou à quelqu’un que tu connais.',
    when: 'Jour et nuit. L’appel ne se voit pas sur la facture.',
    site: 'https://www.allo119.gouv.fr/',
  },
  {
    number: '3018',
    tel: '3018',
    what: 'On te harcèle, en vrai ou sur internet.',
    when: 'Tous les jours, de 9 h à 23 h.',
    site: 'https://3018.fr/',
  },
  {
    number: '0\u00a0800\u00a0235\u00a0236',
    tel: '0800235236',
    what: 'Fil santé jeunes. Tu te poses des questions sur ta santé, ton moral, tes relations.',
    when: 'Tous les jours, de 9 h à 23 h.',
    site: 'https://www.filsantejeunes.com/',
  },
] as const;

/** Whom to call, the most pressing first. */
export function HelpLines() {
  return (
    <>
      <p class="caution">
        <strong>Tu es en danger maintenant ?</strong> Appelle le <a href="tel:112">112</a>. Si tu ne peux pas
        parler, écris un SMS au <a href="sms:114">114</a>.
      </p>
      <ul class="young-lines">
        {LINES.map(({ number, tel, what, when, site }) => (
          <li>
            <a class="young-lines__number" href={`tel:${tel}`}>
              {number}
            </a>
            <span>{what}</span>
            <span class="young-lines__when">
              {when} C’est gratuit. <a href={site}>{new URL(site).host.replace('www.', '')}</a>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Adults of the school, in words a pupil uses. */
export function SchoolAdults() {
  return (
    <p>
      Dans ton établissement, tu peux aller voir <strong>qui tu veux</strong> : l’infirmier ou l’infirmière,
      le service social, le ou la psychologue (PsyEN), le ou la CPE, un prof, un surveillant. Tu n’as pas
      besoin de préparer tes mots. « Ça ne va pas », c’est déjà assez.
    </p>
  );
}
