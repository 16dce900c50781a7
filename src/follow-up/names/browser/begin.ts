import { showBar } from './bar.ts';
import { stopNamesFromLeaving, warnBeforeLosing } from './guard.ts';
import { closeWhenIdle, takeUp } from './opened.ts';

/** What every page of young people does with a file that is open. */
export function begin(): void {
  showBar();
  stopNamesFromLeaving();
  warnBeforeLosing();
  closeWhenIdle();
  void takeUp();
}
