/** Why the database could not be opened. Each comes with one line, in French, for whoever starts the application. */
export type DatabaseRefusal =
  | 'already-running'
  | 'platform-unsupported'
  | 'data-folder-unusable'
  | 'data-from-another-version'
  | 'server-did-not-start'
  | 'url-invalid'
  | 'unreachable'
  | 'bad-credentials'
  | 'unknown-database'
  | 'server-too-old'
  | 'encoding-unusable'
  | 'schema-newer'
  | 'migration-changed'
  | 'migration-failed';

export interface Refused {
  readonly refused: DatabaseRefusal;
  readonly message: string;
}

export function isRefused<Success extends object>(outcome: Success | Refused): outcome is Refused {
  return 'refused' in outcome;
}

export type Log = (line: string) => void;
