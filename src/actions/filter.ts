import {
  ACTION_FIELDS,
  ACTION_LEVELS,
  ACTION_THEMES,
  type Action,
  type ActionField,
  type ActionLevel,
  type ActionTheme,
} from '../content/index.ts';

export type ActionFilter = {
  level: ActionLevel | null;
  field: ActionField | null;
  theme: ActionTheme | null;
};

/** Reads the address; what is not in a list filters nothing. */
export function readFilter(query: Record<string, string[]>): ActionFilter {
  const chosen = <Name extends string>(names: Record<Name, string>, value: string | undefined) =>
    (Object.keys(names) as Name[]).find((name) => name === value) ?? null;
  return {
    level: chosen(ACTION_LEVELS, query.niveau?.[0]),
    field: chosen(ACTION_FIELDS, query.champ?.[0]),
    theme: chosen(ACTION_THEMES, query.theme?.[0]),
  };
}

export function filterActions(
  actions: readonly Action[],
  { level, field, theme }: ActionFilter,
): readonly Action[] {
  return actions.filter(
    (action) =>
      (level === null || action.levels.includes(level)) &&
      (field === null || action.field === field) &&
      (theme === null || action.themes.includes(theme)),
  );
}
