import type { WorkshopFile } from '#lib/domain/workshop-file.ts';

/**
 * Asks the server for the cards of a workshop, for screens without the shared document.
 * Undefined when they can not be had now.
 */
export async function fetchBoard(workshopId: string): Promise<WorkshopFile | undefined> {
	const response = await fetch(`/api/workshops/${workshopId}/file`).catch(() => undefined);
	if (!response?.ok) return undefined;
	// The server writes every field of every record, so that nothing needs to be filled in here.
	return (await response.json().catch(() => undefined)) as WorkshopFile | undefined;
}
