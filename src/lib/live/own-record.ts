import type { Calibration } from '#lib/domain/forecast/calibration.ts';

/**
 * Asks the server what came of earlier estimates of the organisation, over all its workshops.
 *
 * @returns undefined when the server can't be reached: then nothing is said of it
 */
export async function fetchOwnRecord(workshopId: string): Promise<Calibration | undefined> {
	const response = await fetch(`/api/workshops/${workshopId}/record`).catch(() => undefined);
	if (!response?.ok) return undefined;
	return (await response.json()) as Calibration;
}
