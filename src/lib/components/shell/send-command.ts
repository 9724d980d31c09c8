import { newId } from '#lib/live/new-id.ts';
import { request, type Reply } from './request.ts';

/** Asks the server to do something in a workshop; asking twice with one id does it once. */
export function sendCommand<Value>(workshopId: string, command: object): Promise<Reply<Value>> {
	return request<Value>('POST', `/api/workshops/${workshopId}/commands`, {
		id: newId(),
		...command
	});
}
