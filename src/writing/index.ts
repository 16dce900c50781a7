export { checkText } from './check-text.ts';
export { DoubtsToConfirm, doubtMessage } from './doubts.tsx';
export { NamesToConfirm, namesMessage } from './names.tsx';
export { type Doubt, type Identifier, warnings } from './warnings.ts';
export { worryingWords } from './worrying.ts';
export { checkWritten, confirmedBy, type Written } from './written.ts';
