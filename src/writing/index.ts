export { checkText } from './check-text.ts';
export { DoubtsToConfirm, doubtMessage } from './doubts.tsx';
export { type Doubt, warnings } from './warnings.ts';
export { worryingWords } from './worrying.ts';
