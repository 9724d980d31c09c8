import type { Phase } from '#lib/document/phase.ts';
import type { Script, Step } from '#lib/document/session/script.ts';

/** A step while the script is being changed. */
export type DraftStep = Step & { readonly note: string };

/** A script while a facilitator changes it; nothing is sent until they say so. */
export class ScriptDraft {
	readonly #script: Script;
	readonly #newId: () => string;
	#steps = $state.raw<readonly DraftStep[]>([]);
	#startsOn = $state<string | null>(null);

	constructor(script: Script, notes: Readonly<Record<string, string>>, newId: () => string) {
		this.#script = script;
		this.#newId = newId;
		this.#steps = script.steps.map((step) => ({ ...step, note: notes[step.id] ?? '' }));
		this.#startsOn = script.startsOn;
	}

	get steps(): readonly DraftStep[] {
		return this.#steps;
	}

	get startsOn(): string | null {
		return this.#startsOn;
	}

	/** The script as it is to be sent. */
	get script() {
		const { unit } = this.#script;
		return {
			template: 'own' as const,
			unit,
			startsOn: this.#startsOn,
			steps: this.#steps.map((step) => ({ ...step, title: step.title?.trim() || null }))
		};
	}

	change(id: string, changes: Partial<Omit<DraftStep, 'id'>>): void {
		this.#steps = this.#steps.map((step) => (step.id === id ? { ...step, ...changes } : step));
	}

	/** Moves a step one place earlier (-1) or later (1). */
	move(id: string, by: -1 | 1): void {
		const from = this.#steps.findIndex((step) => step.id === id);
		const step = this.#steps[from];
		if (!step || from + by < 0 || from + by >= this.#steps.length) return;
		this.#steps = this.#steps.toSpliced(from, 1).toSpliced(from + by, 0, step);
	}

	remove(id: string): void {
		if (this.#steps.length > 1) this.#steps = this.#steps.filter((step) => step.id !== id);
	}

	add(phase: Phase): void {
		const step = { id: this.#newId(), phase, title: null, length: 10, note: '' };
		this.#steps = [...this.#steps, step];
	}

	/** Sets the first day of a script in days; null when it is not planned. */
	startOn(day: string | null): void {
		this.#startsOn = day;
	}
}
