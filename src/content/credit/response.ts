/** What a person answers, by the kind of field it comes from. */
export type Response =
  | { kind: 'unknown' }
  | { kind: 'choice'; option: string }
  | { kind: 'selection'; options: string[] }
  | { kind: 'sequence'; items: string[] }
  | { kind: 'assignment'; values: Record<string, string> }
  | { kind: 'ratings'; values: Record<string, number> }
  | { kind: 'number'; value: number };
