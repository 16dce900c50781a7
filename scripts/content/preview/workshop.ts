import { watch } from 'node:fs';
import { type Content, ContentError, checkContent, loadContent } from '../../../src/content/index.ts';

/** The content as it is being written: the last that could be read, and what is wrong with the files now. */
export type Workshop = {
  content: () => Content | null;
  /** Files that cannot be read: `file:line: what is wrong`. */
  unreadable: () => readonly string[];
  /** What the content check holds against it. */
  problems: () => readonly string[];
  /** Called after every change; gives what stops it. */
  onChange: (listener: () => void) => () => void;
  close: () => void;
};

const QUIET_MS = 150;

/** Reads a content folder, and reads it again each time a file in it changes. */
export function openWorkshop(folder: string): Workshop {
  let content: Content | null = null;
  let unreadable: readonly string[] = [];
  let problems: readonly string[] | null = null;
  const listeners = new Set<() => void>();

  function read(): void {
    problems = null;
    try {
      content = loadContent(folder);
      unreadable = [];
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      unreadable = error.message.split('\n');
    }
  }

  read();
  let waiting: NodeJS.Timeout | undefined;
  const watcher = watch(folder, { recursive: true }, () => {
    clearTimeout(waiting);
    // An editor writes a file in several steps: wait for the last.
    waiting = setTimeout(() => {
      read();
      for (const listener of listeners) listener();
    }, QUIET_MS);
  });
  return {
    content: () => content,
    unreadable: () => unreadable,
    problems: () => {
      problems ??= content ? checkContent(content) : [];
      return problems;
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      clearTimeout(waiting);
      watcher.close();
    },
  };
}
