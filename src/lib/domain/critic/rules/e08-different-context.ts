import { definePrompt } from '../rule.ts';

/** Asks a person whether another place was different: a judgement about texts. */
export const rule = definePrompt({ id: 'E08', scope: 'effect', severity: 2 });
