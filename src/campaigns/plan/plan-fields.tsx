import { capitalised } from '../../assessment/index.ts';
import type { Content } from '../../content/index.ts';
import { errorOf, type FieldError, TextArea, TextField } from '../../web/index.ts';
import { whenText } from './plan-pdf.ts';
import {
  type Line,
  LONGEST_LINE,
  NATURES,
  OWNERS,
  type TypedChange,
  type TypedLine,
} from './training-plan.ts';

type LineProps = {
  address: string;
  line: Line;
  /** Where what it plans is found, if anywhere. */
  where: string | null;
  isFirst: boolean;
  isLast: boolean;
  /** What was typed for this line and refused. */
  refused: { typed: TypedChange; errors: readonly FieldError[] } | null;
};

/** A line of the plan, its reason, and what may be done with it. */
export function PlanLine({ address, line, where, isFirst, isLast, refused }: LineProps) {
  const { title, reason, from, until, owner } = refused?.typed ?? line;
  const errors = refused?.errors ?? [];
  const action = `${address}/lignes/${line.id}`;
  const about = <span class="fr-sr-only"> : {line.title}</span>;
  return (
    <li class="plan-line" id={`ligne-${line.id}`}>
      <h2 class="fr-h5">
        <span class="group-steps__nature">{NATURES[line.kind]}</span>{' '}
        {where === null ? line.title : <a href={where}>{line.title}</a>}
      </h2>
      <p class="plan-line__when">
        {capitalised(whenText(line))} · {line.owner}
      </p>
      {line.reason !== '' && <p class="plan-line__reason">{line.reason}</p>}
      <details class="on-screen" open={refused !== null}>
        <summary>Modifier cette ligne{about}</summary>
        <form method="post" action={action} novalidate>
          <TextArea
            id={`${line.id}-quoi`}
            name="quoi"
            label="Ce qui est prévu"
            value={title}
            error={errorOf(errors, `${line.id}-quoi`)}
            rows={2}
          />
          <TextArea
            id={`${line.id}-pourquoi`}
            name="pourquoi"
            label="Pourquoi, facultatif"
            value={reason}
            error={errorOf(errors, `${line.id}-pourquoi`)}
            rows={2}
          />
          <div class="group-dates">
            <TextField
              id={`${line.id}-du`}
              name="du"
              label="Du"
              type="date"
              value={from}
              error={errorOf(errors, `${line.id}-du`)}
            />
            <TextField
              id={`${line.id}-au`}
              name="au"
              label="Au"
              type="date"
              value={until}
              error={errorOf(errors, `${line.id}-au`)}
            />
          </div>
          <OwnerField id={`${line.id}-qui`} owner={owner} />
          <button class="fr-btn fr-btn--secondary fr-btn--sm" type="submit">
            Enregistrer
          </button>
        </form>
      </details>
      <div class="plan-line__buttons on-screen">
        {!isFirst && <MoveButton action={action} way="monter" text="Monter" about={about} />}
        {!isLast && <MoveButton action={action} way="descendre" text="Descendre" about={about} />}
        <form method="post" action={`${action}/retrait`}>
          <button class="quiet-button" type="submit">
            Retirer{about}
          </button>
        </form>
      </div>
    </li>
  );
}

function MoveButton(props: { action: string; way: 'monter' | 'descendre'; text: string; about: unknown }) {
  return (
    <form method="post" action={`${props.action}/ordre`}>
      <button class="quiet-button" type="submit" name="sens" value={props.way}>
        {props.text}
        {props.about as never}
      </button>
    </form>
  );
}

function OwnerField({ id, owner }: { id: string; owner: string }) {
  return (
    <div class="fr-select-group">
      <label class="fr-label" for={id}>
        Qui s’en charge <span class="fr-hint-text">Une fonction, pas un nom.</span>
      </label>
      <select class="fr-select" id={id} name="qui">
        {OWNERS.map((name) => (
          <option value={name} selected={name === owner}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

type AddProps = {
  address: string;
  typed: TypedLine;
  open: boolean;
  errors: readonly FieldError[];
  content: Pick<Content, 'modules' | 'dialogues' | 'workshops'>;
};

export function AddLine({ address, typed, open, errors, content }: AddProps) {
  return (
    <details class="on-screen plan-add" open={open}>
      <summary>Ajouter une ligne</summary>
      <form method="post" action={`${address}/lignes`} novalidate>
        <div class="fr-select-group">
          <label class="fr-label" for="contenu-propose">
            Un module, un dialogue ou un atelier
          </label>
          <select class="fr-select" id="contenu-propose" name="contenu">
            <option value="">Autre chose, que j’écris ci-dessous</option>
            <optgroup label="Modules">
              {content.modules.map(({ id, title }) => (
                <option value={`module:${id}`} selected={typed.content === `module:${id}`}>
                  {title}
                </option>
              ))}
            </optgroup>
            <optgroup label="Dialogues">
              {content.dialogues.map(({ id, title }) => (
                <option value={`dialogue:${id}`} selected={typed.content === `dialogue:${id}`}>
                  {title}
                </option>
              ))}
            </optgroup>
            <optgroup label="Ateliers">
              {content.workshops.map(({ id, title }) => (
                <option value={`workshop:${id}`} selected={typed.content === `workshop:${id}`}>
                  {title}
                </option>
              ))}
            </optgroup>
          </select>
        </div>
        <TextField
          name="quoi"
          label="Ou ce qui est prévu"
          hint="Par exemple : visite de la mission locale, atelier avec l’infirmière."
          value={typed.title}
          error={errorOf(errors, 'quoi')}
          maxlength={LONGEST_LINE}
        />
        <TextField
          name="pourquoi"
          label="Pourquoi, facultatif"
          value={typed.reason}
          error={errorOf(errors, 'pourquoi')}
        />
        <div class="group-dates">
          <TextField name="du" label="Du" type="date" value={typed.from} error={errorOf(errors, 'du')} />
          <TextField name="au" label="Au" type="date" value={typed.until} error={errorOf(errors, 'au')} />
        </div>
        <OwnerField id="qui" owner={typed.owner} />
        <button class="fr-btn fr-btn--secondary" type="submit">
          Ajouter
        </button>
      </form>
    </details>
  );
}
