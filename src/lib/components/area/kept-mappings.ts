import { request } from '#lib/components/shell/request.ts';
import { headerSignature } from '#lib/importers/header-signature.ts';
import type { ImportMapping } from '#lib/importers/mapping.ts';

/** How files of one kind are read, as the workspace remembers it. Without a connection nothing is. */
export class KeptMappings {
	readonly #path: string;

	/** @param path of the workshop's mappings */
	constructor(path: string) {
		this.#path = path;
	}

	/** What was chosen before for files with this header, by whoever in the workspace. */
	async recall(headers: readonly string[]): Promise<ImportMapping | undefined> {
		const signature = headerSignature(headers);
		if (!signature) return undefined;
		const reply = await request<{ mapping: ImportMapping | null }>(
			'GET',
			`${this.#path}/${signature}`
		);
		return (reply.ok && reply.value.mapping) || undefined;
	}

	/** Keeps it for the next file with this header; where that fails it is only chosen again. */
	async keep(headers: readonly string[], mapping: ImportMapping): Promise<void> {
		const signature = headerSignature(headers);
		if (signature) await request('PUT', `${this.#path}/${signature}`, mapping);
	}
}
