import { definePrompt } from '../rule.ts';

/** Asks a person what happens without us: a judgement. */
export const rule = definePrompt({ id: 'K05', scope: 'measure', severity: 1 });
