import type { Role } from '#lib/domain/role.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { request, type Refusal } from '../shell/request.ts';
import { sendCommand } from '../shell/send-command.ts';

/** Somebody who is or was in the workshop, as facilitators see them. */
export type PersonRow = {
	readonly id: string;
	readonly role: Role;
	readonly name: string | null;
	readonly removed: boolean;
	/** ISO moment at which they last wrote on the board; null when that is not known. */
	readonly wroteAt: string | null;
};

/** The people of a workshop, which the server tells facilitators. */
export class People {
	readonly #workshopId: string;
	#list = $state.raw<readonly PersonRow[]>();
	#refusal = $state.raw<Refusal>();

	constructor(workshopId: string) {
		this.#workshopId = workshopId;
	}

	/** In order of joining; undefined until the server has told. */
	get list(): readonly PersonRow[] | undefined {
		return this.#list;
	}

	get refusal(): Refusal | undefined {
		return this.#refusal;
	}

	async load(): Promise<void> {
		const path = `/api/workshops/${this.#workshopId}/members`;
		const reply = await request<{ people: readonly PersonRow[] }>('GET', path);
		this.#refusal = reply.ok ? undefined : reply.refusal;
		if (reply.ok) this.#list = reply.value.people;
	}

	/** Puts somebody out and forgets their name; true when that is done. */
	async remove(memberId: string): Promise<boolean> {
		const reply = await sendCommand(this.#workshopId, { type: 'remove-member', memberId });
		if (reply.ok) await this.load();
		else this.#refusal = reply.refusal;
		return reply.ok;
	}
}

/** What somebody is called: their name, or their role where they gave none. */
export function nameOfPerson(
	{ name, role }: Pick<PersonRow, 'name' | 'role'>,
	t: Translate
): string {
	return name ?? t('people.unnamed', { role: t(`role.${role}`) });
}
