import { dayOf } from '../../calendar/index.ts';
import {
  dayText,
  longDate,
  page,
  type Route,
  readForm,
  refuse,
  route,
  staff,
  type Viewer,
  type Visit,
} from '../../web/index.ts';
import { describeStep, momentOf } from '../desk/campaign.ts';
import { proposedBy } from './join.pages.tsx';
import { changeSharing, findOwnGroups, leaveCampaign, type OwnGroup } from './member.store.ts';
import { CHOICE_NAMES, CHOICES, readChoices } from './sharing.ts';
import { SharingFields, WhatIsShared } from './sharing-fields.tsx';

export const myGroupRoutes: Route[] = [
  route('GET', '/mes-groupes', staff, showGroups),
  route('POST', '/mes-groupes/:id', staff, change),
  route('POST', '/mes-groupes/:id/quitter', staff, leave),
];

const SAID: Record<string, string> = {
  rejoint: 'Vous avez rejoint le groupe.',
  enregistre: 'Vos choix sont enregistrés : ils valent dès maintenant.',
  quitte: 'Vous avez quitté le groupe : vous n’y êtes plus compté ou comptée.',
};

async function showGroups(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const groups = await findOwnGroups(app.db, viewer);
  const said = Object.entries(SAID).find(([name]) => http.req.query(name) !== undefined)?.[1];
  return page(
    visit,
    { title: 'Mes groupes', narrow: true },
    <>
      <h1>Mes groupes</h1>
      {said && (
        <div class="fr-alert fr-alert--success fr-alert--sm fr-mb-3w" role="status">
          <p>{said}</p>
        </div>
      )}
      {groups.length === 0 ? (
        <p class="lede">
          Vous n’êtes dans aucun groupe. Une formatrice, un formateur ou votre direction peut vous donner un
          code : vous lirez d’abord ce qui serait partagé.
        </p>
      ) : (
        groups.map((group) => <Group visit={visit} group={group} />)
      )}
      <p class="actions">
        <a class="fr-btn fr-btn--secondary" href="/rejoindre">
          Entrer un code
        </a>
        <a class="fr-btn fr-btn--tertiary" href="/ensemble">
          Ensemble
        </a>
      </p>
    </>,
  );
}

function Group({ visit, group }: { visit: Visit<Viewer>; group: OwnGroup }) {
  const { campaign, joinedAt, choices, steps } = group;
  const moment = momentOf(campaign, dayOf(visit.app.now()));
  const shown = steps.flatMap(({ kind, id, begun, finished }) => {
    const described = describeStep({ kind, id }, visit.app.content);
    return described ? [{ ...described, begun, finished }] : [];
  });
  const left = shown.filter(({ finished }) => !finished).length;
  return (
    <section class="own-group" id={`groupe-${campaign.id}`}>
      <h2>{campaign.title}</h2>
      <p class="group-about">
        {proposedBy(campaign)}.{' '}
        {moment === 'archived'
          ? 'Ce groupe est terminé.'
          : `Du ${dayText(campaign.from)} au ${dayText(campaign.until)}.`}{' '}
        Rejoint le {longDate(joinedAt)}.
      </p>
      {shown.length > 0 && (
        <p>
          <strong>
            {left === 0
              ? 'Vous avez tout terminé.'
              : `${shown.length - left} sur ${shown.length} ${shown.length - left > 1 ? 'terminés' : 'terminé'}.`}
          </strong>
        </p>
      )}
      <ul class="group-steps">
        {shown.map(({ title, nature, minutes, href, begun, finished }) => (
          <li class={finished ? 'group-steps--done' : undefined}>
            <span class="group-steps__nature">
              {nature} · {minutes} min
            </span>{' '}
            <a href={href}>{title}</a>{' '}
            <span class="group-steps__state">{finished ? 'Terminé' : begun ? 'Commencé' : 'À faire'}</span>
          </li>
        ))}
      </ul>
      <details class="own-group__sharing">
        <summary>Ce que je partage avec ce groupe, et quitter</summary>
        <WhatIsShared />
        <ul>
          {CHOICE_NAMES.map((name) => (
            <li>
              {CHOICES[name].label} :{' '}
              {choices[name] === null ? 'non' : `oui, depuis le ${longDate(choices[name])}`}
            </li>
          ))}
        </ul>
        <form method="post" action={`/mes-groupes/${campaign.id}`}>
          <SharingFields
            prefix={`${campaign.id}-`}
            choices={{
              levels: choices.levels !== null,
              reminders: choices.reminders !== null,
              listed: choices.listed !== null,
            }}
          />
          <button class="fr-btn fr-btn--secondary" type="submit">
            Enregistrer ces choix
          </button>
        </form>
        <form method="post" action={`/mes-groupes/${campaign.id}/quitter`} class="own-group__leave">
          <p>
            Quitter le groupe retire tout : vous n’y êtes plus compté ou comptée nulle part. Ce que vous avez
            fait reste dans votre parcours.
          </p>
          <button class="fr-btn fr-btn--tertiary" type="submit">
            Quitter ce groupe<span class="fr-sr-only"> : {campaign.title}</span>
          </button>
        </form>
      </details>
    </section>
  );
}

async function change(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const id = http.req.param('id') ?? '';
  const choices = readChoices(await readForm(http));
  if (!(await changeSharing(app.db, viewer, id, choices, app.now()))) return refuse(visit, 'absent');
  return http.redirect(`/mes-groupes?enregistre=oui#groupe-${id}`, 303);
}

async function leave(visit: Visit<Viewer>): Promise<Response> {
  const { app, viewer, http } = visit;
  const id = http.req.param('id') ?? '';
  if (!(await leaveCampaign(app.db, viewer, id, app.now()))) return refuse(visit, 'absent');
  return http.redirect('/mes-groupes?quitte=oui', 303);
}
