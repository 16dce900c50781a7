import './submit-once.ts';
