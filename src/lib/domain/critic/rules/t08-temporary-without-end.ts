import { definePrompt } from '../rule.ts';

/** Asks a person whether the way out is good enough: a judgement. */
export const rule = definePrompt({ id: 'T08', scope: 'measure', severity: 1 });
