import { isDay } from '../../calendar/index.ts';
import type { FieldError } from '../../web/index.ts';
import { checkWritten, type Written } from '../../writing/index.ts';
import { typedLines } from '../typed-lines.ts';

/** An idea of somewhere else, as somebody would do it in their school. */
export type Adaptation = {
  id: string;
  action: string;
  title: string;
  kept: string;
  changed: string;
  withWhom: string;
  firstStep: string;
  /** YYYY-MM-DD */
  firstDay: string | null;
  /** Shown to who leads the school of its author. */
  shown: boolean;
};

export type TypedAdaptation = Omit<Adaptation, 'id' | 'action' | 'title' | 'firstDay'> & {
  firstDay: string;
  confirmed: string;
};

export function readAdaptation(form: Record<string, string[]>): TypedAdaptation {
  const lines = (name: string) => typedLines(form[name]?.[0]);
  return {
    kept: lines('kept'),
    changed: lines('changed'),
    withWhom: lines('withWhom'),
    firstStep: lines('firstStep'),
    firstDay: lines('firstDay'),
    shown: form.shown?.[0] === 'oui',
    confirmed: form.confirmed?.[0] ?? '',
  };
}

type Texts = Pick<TypedAdaptation, 'kept' | 'changed' | 'withWhom' | 'firstStep'>;

export function writtenIn({ kept, changed, withWhom, firstStep }: Texts): Written[] {
  return [
    { field: 'kept', what: 'ce que vous gardez', text: kept, longest: 600, asked: false },
    { field: 'changed', what: 'ce que vous changez', text: changed, longest: 600, asked: false },
    { field: 'withWhom', what: 'avec qui', text: withWhom, longest: 300, asked: false },
    { field: 'firstStep', what: 'le premier pas', text: firstStep, longest: 300, asked: true },
  ];
}

export function checkAdaptation(
  typed: TypedAdaptation,
  today: string,
): { problems: FieldError[]; names: string[] } {
  const { problems, names } = checkWritten(writtenIn(typed), { confirmed: typed.confirmed, today });
  if (typed.firstDay !== '' && !isDay(typed.firstDay))
    problems.push({ field: 'firstDay', message: 'Écrivez une date, ou laissez ce champ vide.' });
  return { problems, names };
}
