import './one-place-each.ts';
import './read-aloud.ts';
import './read-first.ts';
import './submit-once.ts';
