import './one-place-each.ts';
import './read-aloud.ts';
import './read-first.ts';
import './sign-out.ts';
import './submit-once.ts';
