/** A table as it is moved. */
export type MovedTable = {
	readonly name: string;
	/** What its rows are ordered by, which is the same order in both databases. */
	readonly key: string;
	/** The column that counts rows in order of coming; in SQLite `rowid` is there without being asked for. */
	readonly counter?: string;
	/** Rows that are held in memory at once; few where one can be 20 MB. */
	readonly atOnce: number;
};

/** All tables with what people made, each behind those that its rows point to. */
export const movedTables: readonly MovedTable[] = [
	{ name: 'workspaces', key: 'rowid', counter: 'rowid', atOnce: 1000 },
	{ name: 'workshops', key: 'rowid', counter: 'rowid', atOnce: 1000 },
	{ name: 'links', key: 'rowid', counter: 'rowid', atOnce: 1000 },
	{ name: 'members', key: 'rowid', counter: 'rowid', atOnce: 1000 },
	{ name: 'devices', key: 'token_hash', atOnce: 1000 },
	{ name: 'device_members', key: 'device_hash, workshop_id', atOnce: 1000 },
	{ name: 'device_workspaces', key: 'device_hash, workspace_id', atOnce: 1000 },
	{ name: 'commands', key: 'member_id, command_id', atOnce: 500 },
	{ name: 'api_tokens', key: 'rowid', counter: 'rowid', atOnce: 1000 },
	{ name: 'rooms', key: 'id', counter: 'id', atOnce: 1000 },
	{ name: 'room_log', key: 'id', counter: 'id', atOnce: 50 },
	{ name: 'room_states', key: 'room_id', atOnce: 4 },
	{ name: 'room_clients', key: 'room_id, client', atOnce: 1000 },
	{ name: 'versions', key: 'rowid', counter: 'rowid', atOnce: 4 },
	{ name: 'deeds', key: 'number', counter: 'number', atOnce: 500 },
	{ name: 'hand_ins', key: 'number', counter: 'number', atOnce: 500 },
	{ name: 'forecasts', key: '"row"', counter: 'row', atOnce: 50 },
	{ name: 'import_mappings', key: 'workspace_id, header', atOnce: 500 },
	{ name: 'import_batches', key: 'id', counter: 'id', atOnce: 1000 },
	{ name: 'workshop_batches', key: 'workshop_id, batch_id', atOnce: 1000 },
	{ name: 'observed_indicators', key: 'id', counter: 'id', atOnce: 1000 },
	{ name: 'area_observations', key: 'indicator_id, area, period, batch_id', atOnce: 2000 },
	{ name: 'areas', key: 'batch_id, code', atOnce: 50 },
	{ name: 'blind_rounds', key: 'id', atOnce: 100 },
	{ name: 'blind_estimates', key: 'round_id, giver', atOnce: 500 },
	{ name: 'votes', key: 'id', atOnce: 500 },
	{ name: 'ballots', key: 'vote_id, member_id', atOnce: 500 },
	{ name: 'speaker_notes', key: 'workshop_id, step_id', atOnce: 500 }
];

/** What only tells that a database can be written, and is not moved. */
export const leftBehind: readonly string[] = ['probes'];
