import './one-place-each.ts';
import './read-first.ts';
import './submit-once.ts';
