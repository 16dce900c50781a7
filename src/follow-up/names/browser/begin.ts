import { showBar } from './bar.ts';
import { stopNamesFromLeaving, warnBeforeLosing } from './guard.ts';
import { closeWhenIdle } from './idle.ts';
import { takeUp } from './opened.ts';

/** What every page of young people does with a file that is open. */
export function begin(): void {
  const said = showBar();
  stopNamesFromLeaving();
  warnBeforeLosing();
  closeWhenIdle(said);
  void takeUp();
}
