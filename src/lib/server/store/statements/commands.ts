import type { Database } from '../database.ts';
import type { PeopleStore } from '../people.ts';
import { get, run } from './statement.ts';

/** What became of the commands that members gave, so that one that comes again is not done again. */
export function commandStore(
	database: Database,
	now: () => number
): Pick<PeopleStore, 'commandResult' | 'recordCommand'> {
	return {
		commandResult: async (memberId, commandId) => {
			const row = await database.read(() =>
				get<{ result: string }>(
					'SELECT result FROM commands WHERE member_id = ? AND command_id = ?',
					memberId,
					commandId
				)
			);
			return row?.result;
		},
		recordCommand: (memberId, commandId, result) =>
			database.together(() =>
				run(
					`INSERT INTO commands (member_id, command_id, result, at) VALUES (?, ?, ?, ?)
					ON CONFLICT DO NOTHING`,
					memberId,
					commandId,
					result,
					now()
				)
			)
	};
}
