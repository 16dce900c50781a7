import { FLOWS } from '../../src/legal/index.ts';
import { personalData } from '../../src/personal-data.ts';
import { jobs } from '../../src/schedule.ts';

/** Jobs that end or erase something; the others send mail. */
const ERASING = /^(erase|forget|purge)-|^prepare-notices$/;

/** The schedule of what is kept, as the code has it, in French: a data protection officer reads it. */
export function retentionText(): string {
  const rows = personalData.flatMap(({ retention }) => retention);
  return `# Durées de conservation

Cette page est écrite par \`npm run privacy\` à partir des constantes du code ; un test refuse une page qui dirait autre
chose que lui. Ce que chaque salle garde et efface est dans son fichier \`personal-data.store.ts\`.

« Un acte » veut dire qu’aucune tâche n’efface : c’est la personne, par un retrait dont l’effet est immédiat, ou en effaçant
son compte (\`/mes-donnees/suppression\`).

| ce qui est gardé | jusqu’à quand | par quoi |
|---|---|---|
${rows.map(({ what, until, job }) => `| ${what} | ${until} | ${byWhat(until, job)} |`).join('\n')}
| Journal des actions, sous un numéro | sans limite ; le compte effacé, le numéro ne mène plus à personne | rien : voir « Ce qui manque » |
| Sauvegardes de la base | fixé par l’exploitant | l’exploitant |

## Les tâches

Heure de Paris. Une tâche regarde ce qui reste à faire plutôt que l’heure qu’il est : arrêtée ou manquée, la suivante rattrape
(ADR 10).

| tâche | quand (crontab) | essais de plus |
|---|---|---|
${erasingJobs()
  .map(({ name, schedule, retries }) => `| \`${name}\` | \`${schedule}\` | ${retries} |`)
  .join('\n')}

**Compte rendu.** Pour les suivis de jeunes, \`/suivi/effacements\` dit au référent et à la direction ce qui sera effacé et quand,
trente jours avant, puis combien l’a été chaque nuit (table \`erasure_report\`). Chaque tâche qui efface écrit une ligne du
journal (\`follow-up-erased\`, \`alerts-purged\`, \`expired-erased\`, \`workshops-purged\`…).

## Ce qui manque

- **Un compte dont personne ne se sert n’est jamais effacé** : aucune durée d’inactivité n’est fixée. À décider par le
  responsable du traitement, puis à écrire.
- **Le journal n’a pas de fin.** La CNIL recommande six mois à un an pour une journalisation, trois ans au plus le plus souvent
  (recommandation du 14 octobre 2021, délibération n° 2021-122). À décider, avec ce qui doit en être gardé.
- La page du compte rendu ne couvre que les suivis de jeunes.
`;
}

function byWhat(until: string, job: string | null): string {
  if (job !== null) return `\`${job}\``;
  return /^(sans limite|demeurent)/.test(until) ? 'rien' : 'un acte';
}

export const erasingJobs = () => jobs.filter(({ name }) => ERASING.test(name));

/** Where data go, with the picture of the page « Données personnelles ». */
export function flowText(): string {
  return `# Flux de données

Écrit par \`npm run privacy\` à partir de \`src/legal/data-flow.tsx\` ; la même image et le même tableau sont montrés à tous sur
\`/donnees-personnelles\`.

![Qui échange quoi avec qui : huit flux, décrits dans le tableau](flux-de-donnees.svg)

Les noms des élèves ne quittent pas le cadre du haut.

| n° | flux | ce qui passe | ce qui ne passe pas |
|---|---|---|---|
${FLOWS.map(({ way, passes, never }, index) => `| ${index + 1} | ${way} | ${passes} | ${never} |`).join('\n')}
`;
}
