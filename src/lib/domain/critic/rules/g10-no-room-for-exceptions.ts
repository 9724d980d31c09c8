import { definePrompt } from '../rule.ts';

/** Asks a person who may make an exception: that is not in the file. */
export const rule = definePrompt({ id: 'G10', scope: 'measure', severity: 1 });
