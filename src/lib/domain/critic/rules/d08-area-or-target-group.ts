import { definePrompt } from '../rule.ts';

/** Asks a person whether people are helped or moved: a judgement. */
export const rule = definePrompt({ id: 'D08', scope: 'measure', severity: 2 });
