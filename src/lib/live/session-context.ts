import { createContext } from 'svelte';
import type { WorkshopSession } from './workshop-session.svelte.ts';

/** The workshop that a page is about: the layout of a workshop provides it, everything below uses it. */
export const [useWorkshopSession, provideWorkshopSession] = createContext<WorkshopSession>();
