import evidence from './data/evidence_levels.json' with { type: 'json' };
import type { LocalText } from './local-text.ts';

/** How strong the evidence for an effect is; haircut is the default share taken off its benefit. */
export type EvidenceLevel = {
	/** From 0 (an idea of the group) to 5 (repeated and independently studied). */
	readonly level: number;
	readonly label: LocalText;
	readonly criterion: LocalText;
	readonly haircut: number;
};

/** The levels 0 to 5, in order. */
export const evidenceLevels: readonly EvidenceLevel[] = evidence.levels;

/** What a person reads when no level was filled in; it counts as level 0. */
export const evidenceNotGiven: LocalText = evidence.notGiven.label;

/** Where levels and haircuts come from and what they are not. */
export const evidenceNote: LocalText = evidence.note;
