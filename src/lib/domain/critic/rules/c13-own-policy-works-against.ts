import { definePrompt } from '../rule.ts';

/** Asks a person which other policy pushes the opposite way: that is not in the file. */
export const rule = definePrompt({ id: 'C13', scope: 'measure', severity: 2 });
