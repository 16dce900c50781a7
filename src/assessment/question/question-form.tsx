import type { Child } from 'hono/jsx';
import type { Case, Question, QuestionOf, ReadingDocument } from '../../content/index.ts';
import { keptWith } from '../../web/index.ts';
import { shownItems, shownMatches } from './display-order.ts';
import { type Fields, UNKNOWN } from './response.ts';
import { RATING_NAMES } from './review.ts';

const INSTRUCTIONS: Record<Question['format'], string> = {
  'single-choice': 'Choisissez une réponse.',
  'dialogue-step': 'Choisissez ce que vous dites.',
  'multiple-choice': 'Cochez toutes les réponses qui conviennent.',
  order: 'Donnez une place à chaque élément : 1 pour le premier.',
  match: 'Choisissez une réponse pour chaque ligne.',
  categories: 'Classez chaque élément.',
  judgement: 'Que pensez-vous de chaque réaction, dans cette situation ?',
  number: 'Écrivez un nombre.',
  document: 'Marquez toutes les lignes qui conviennent.',
};

type FormParts = {
  question: Question;
  action: string;
  /** Fields that go with the answer without being it. */
  hidden: Record<string, string>;
  /** What was typed, when the form comes back. */
  draft: Fields;
  problem?: string | undefined;
  submitLabel: string;
};

/** A question as a form that needs no script: situation, fields of its format, « je ne sais pas ». */
export function QuestionForm({ question, action, hidden, draft, problem, submitLabel }: FormParts) {
  return (
    <>
      {stemOf(question)}
      <form method="post" action={action} class="question" novalidate>
        {Object.entries(hidden).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <fieldset
          class="answer"
          data-format={question.format}
          aria-describedby={problem ? 'probleme' : undefined}
        >
          <legend class="answer__legend">{INSTRUCTIONS[question.format]}</legend>
          {problem && (
            <p class="answer__problem" id="probleme" tabindex={-1} data-read-first>
              {problem}
            </p>
          )}
          {problem === undefined && Object.keys(draft).length === 0 ? (
            emptyFieldsOf(question)
          ) : (
            <AnswerFields question={question} draft={draft} refused={problem !== undefined} />
          )}
        </fieldset>
        <div class="question__actions">
          <button class="fr-btn" type="submit">
            {submitLabel}
          </button>
          <button class="fr-btn fr-btn--secondary" type="submit" name="action" value={UNKNOWN}>
            Je ne sais pas
          </button>
        </div>
      </form>
    </>
  );
}

/** The situation and what is asked, as the form shows them. */
export function QuestionStem({ question }: { question: Question }) {
  return stemOf(question);
}

const stemOf = keptWith((question: Question) => (
  <>
    <div class="stem">
      <Paragraphs text={question.stem} />
    </div>
    {question.format === 'dialogue-step' && <Exchange question={question} />}
  </>
));

/** `refused`: the form came back, so what is missing is said where it is. */
type FieldsOf<Q> = { question: Q; draft: Fields; refused: boolean };

/** The fields before anything is typed: the same for everybody. */
const emptyFieldsOf = keptWith((question: Question) => (
  <AnswerFields question={question} draft={{}} refused={false} />
));

function AnswerFields({ question, draft, refused }: FieldsOf<Question>) {
  switch (question.format) {
    case 'single-choice':
    case 'dialogue-step':
      return <Options kind="radio" elements={question.options} draft={draft} />;
    case 'multiple-choice':
      return <Options kind="checkbox" elements={question.options} draft={draft} />;
    case 'document':
      return <Passages question={question} draft={draft} />;
    case 'order':
      return <Ranks question={question} draft={draft} refused={refused} />;
    case 'match':
      return <Matches question={question} draft={draft} refused={refused} />;
    case 'categories':
      return <Categories question={question} draft={draft} refused={refused} />;
    case 'judgement':
      return <Ratings question={question} draft={draft} refused={refused} />;
    case 'number':
      return <NumberField question={question} draft={draft} refused={refused} />;
  }
}

function Options({
  kind,
  elements,
  draft,
}: {
  kind: 'radio' | 'checkbox';
  elements: { id: string; text: string }[];
  draft: Fields;
}) {
  return (
    <>
      {elements.map(({ id, text }) => (
        <label class="choice">
          <input type={kind} name="option" value={id} checked={draft.option?.includes(id)} />
          <span>{text}</span>
        </label>
      ))}
    </>
  );
}

function Passages({ question, draft }: { question: QuestionOf<'document'>; draft: Fields }) {
  const { document, passages } = question;
  return (
    <Sheet kind={document.kind} title={document.title}>
      {passages.map(({ id, label, text }) => (
        <label class="sheet__line sheet__line--markable">
          <input type="checkbox" name="option" value={id} checked={draft.option?.includes(id)} />
          <LineText label={label} text={text} />
        </label>
      ))}
    </Sheet>
  );
}

function Ranks({ question, draft, refused }: FieldsOf<QuestionOf<'order'>>) {
  const shown = shownItems(question);
  const places = shown.map((_, index) => draft[`rank-${index}`]?.[0] ?? '');
  const isTwice = (place: string) => place !== '' && places.indexOf(place) !== places.lastIndexOf(place);
  return (
    <ul class="rows" data-one-place-each>
      {shown.map(({ text }, index) => (
        <li class="row">
          <label class="row__text" for={`rank-${index}`}>
            {text}
            {refused && places[index] === '' && <Missing />}
            {refused && isTwice(places[index]!) && <Missing text="Place donnée deux fois" />}
          </label>
          <Select
            name={`rank-${index}`}
            invalid={refused && (places[index] === '' || isTwice(places[index]!))}
            empty="Place…"
            options={shown.map((_, rank) => ({ value: String(rank + 1), text: String(rank + 1) }))}
            draft={draft}
          />
        </li>
      ))}
    </ul>
  );
}

function Matches({ question, draft, refused }: FieldsOf<QuestionOf<'match'>>) {
  const options = shownMatches(question).map((text, index) => ({ value: String(index), text }));
  return (
    <ul class="rows rows--wide">
      {question.pairs.map(({ id, left }) => (
        <li class="row">
          <label class="row__text" for={`to-${id}`}>
            {left}
            {refused && isEmpty(draft, `to-${id}`) && <Missing />}
          </label>
          <Select
            name={`to-${id}`}
            invalid={refused && isEmpty(draft, `to-${id}`)}
            empty="Choisir…"
            options={options}
            draft={draft}
          />
        </li>
      ))}
    </ul>
  );
}

function Categories({ question, draft, refused }: FieldsOf<QuestionOf<'categories'>>) {
  return (
    <>
      {question.items.map((item) => (
        <Scale
          legend={item.text}
          name={`to-${item.id}`}
          steps={question.categories.map(({ id, label }) => ({ value: id, text: label }))}
          draft={draft}
          refused={refused}
        />
      ))}
    </>
  );
}

function Ratings({ question, draft, refused }: FieldsOf<QuestionOf<'judgement'>>) {
  const steps = RATING_NAMES.map((text, rating) => ({ value: String(rating), text }));
  return (
    <>
      {question.reactions.map(({ id, text }) => (
        <Scale legend={text} name={`rating-${id}`} steps={steps} draft={draft} refused={refused} />
      ))}
    </>
  );
}

/** One statement and a few answers side by side. */
function Scale({
  legend,
  name,
  steps,
  draft,
  refused,
}: {
  legend: string;
  name: string;
  steps: { value: string; text: string }[];
  draft: Fields;
  refused: boolean;
}) {
  return (
    <fieldset class="scale">
      <legend class="scale__legend">
        {legend}
        {refused && isEmpty(draft, name) && <Missing />}
      </legend>
      <div class="scale__steps">
        {steps.map(({ value, text }) => (
          <label class="scale__step">
            <input type="radio" name={name} value={value} checked={draft[name]?.includes(value)} />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function NumberField({ question, draft, refused }: FieldsOf<QuestionOf<'number'>>) {
  return (
    <div class="number">
      <label for="value">{question.unit ? `Votre réponse, en ${question.unit}` : 'Votre réponse'}</label>
      <input
        class="fr-input"
        id="value"
        name="value"
        type="text"
        inputmode="decimal"
        autocomplete="off"
        value={draft.value?.[0]}
        aria-invalid={refused ? 'true' : undefined}
        aria-describedby={refused ? 'probleme' : undefined}
      />
    </div>
  );
}

function isEmpty(draft: Fields, name: string): boolean {
  return (draft[name]?.[0] ?? '') === '';
}

function Missing({ text = 'Il manque votre réponse' }: { text?: string }) {
  return (
    <span class="missing">
      <Colon />
      {text}
    </span>
  );
}

function Select({
  name,
  invalid,
  empty,
  options,
  draft,
}: {
  name: string;
  invalid: boolean;
  empty: string;
  options: { value: string; text: string }[];
  draft: Fields;
}) {
  const chosen = draft[name]?.[0];
  return (
    <select class="select" id={name} name={name} aria-invalid={invalid ? 'true' : undefined}>
      <option value="">{empty}</option>
      {options.map(({ value, text }) => (
        <option value={value} selected={value === chosen}>
          {text}
        </option>
      ))}
    </select>
  );
}

function Exchange({ question }: { question: QuestionOf<'dialogue-step'> }) {
  return (
    <ul class="conversation">
      {question.exchange.map(({ speaker, text }) => (
        <li class="conversation__line">
          <span class="conversation__speaker">
            {speaker}
            <Colon />
          </span>
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}

/** The situation several questions share; open the first time, folded afterwards. */
export function CasePanel({ item, open }: { item: Case; open: boolean }) {
  return (
    <details class="case" open={open}>
      <summary class="case__title">{open ? item.title : `Relire : ${item.title}`}</summary>
      {caseTextOf(item)}
    </details>
  );
}

const caseTextOf = keptWith((item: Case) => (
  <>
    <Paragraphs text={item.situation} />
    {item.documents.map((document) => (
      <DocumentSheet document={document} />
    ))}
  </>
));

function DocumentSheet({ document }: { document: ReadingDocument }) {
  return (
    <Sheet kind={document.kind} title={document.title}>
      <ul class="sheet__lines">
        {document.lines.map(({ label, text }) => (
          <li class="sheet__line">
            <LineText label={label} text={text} />
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function LineText({ label, text }: { label?: string | undefined; text: string }) {
  return (
    <>
      {label && (
        <span class="sheet__label">
          {label}
          <Colon />
        </span>
      )}
      <span class="sheet__text">{text}</span>
    </>
  );
}

/** What the layout says to the eye, for those who listen. */
function Colon() {
  return <span class="fr-sr-only"> : </span>;
}

function Sheet({ kind, title, children }: { kind: string; title: string; children: Child }) {
  return (
    <figure class="sheet">
      <figcaption>
        <p class="sheet__kind">{kind}</p>
        <p class="sheet__title">{title}</p>
      </figcaption>
      {children}
    </figure>
  );
}

export function Paragraphs({ text }: { text: string }) {
  return (
    <>
      {text
        .split(/\n\s*\n|\n/)
        .filter((line) => line.trim() !== '')
        .map((line) => (
          <p>{line}</p>
        ))}
    </>
  );
}
