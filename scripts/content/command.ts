/** One command for those who write the content. `run` gets the words after its name. */
export type Command = {
  name: string;
  /** One line for the list of commands, in French like all that writers read. */
  summary: string;
  help: string;
  run: (words: string[]) => void | Promise<void>;
};

/** Something the writer can put right, said in plain words. */
export class WriterError extends Error {
  override name = 'WriterError';
}
