/** The first shape: workshops with their people, rooms with their log, states and versions. */
export const workshops = `
	CREATE TABLE workspaces (
		id TEXT PRIMARY KEY,
		title TEXT NOT NULL,
		token_hash BLOB NOT NULL UNIQUE,
		created_at INTEGER NOT NULL
	) STRICT;

	CREATE TABLE workshops (
		id TEXT PRIMARY KEY,
		workspace_id TEXT NOT NULL REFERENCES workspaces(id),
		title TEXT NOT NULL,
		title_sequence INTEGER NOT NULL DEFAULT 0,
		language TEXT NOT NULL CHECK (language IN ('nl', 'en')),
		epoch INTEGER NOT NULL DEFAULT 1,
		lobby_open INTEGER NOT NULL CHECK (lobby_open IN (0, 1)),
		code TEXT UNIQUE,
		created_at INTEGER NOT NULL
	) STRICT;
	CREATE INDEX workshops_of_workspace ON workshops(workspace_id);

	CREATE TABLE links (
		id TEXT PRIMARY KEY,
		workshop_id TEXT NOT NULL REFERENCES workshops(id) ON DELETE CASCADE,
		role TEXT NOT NULL,
		token_hash BLOB NOT NULL UNIQUE,
		state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'replaced', 'revoked')),
		created_at INTEGER NOT NULL,
		expires_at INTEGER NOT NULL
	) STRICT;
	CREATE INDEX links_of_workshop ON links(workshop_id, role);

	CREATE TABLE members (
		id TEXT PRIMARY KEY,
		workshop_id TEXT NOT NULL REFERENCES workshops(id) ON DELETE CASCADE,
		role TEXT NOT NULL,
		name TEXT,
		party_id TEXT,
		colour INTEGER NOT NULL,
		link_id TEXT REFERENCES links(id),
		removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
		joined_at INTEGER NOT NULL
	) STRICT;
	CREATE INDEX members_of_workshop ON members(workshop_id, joined_at);

	CREATE TABLE devices (
		token_hash BLOB PRIMARY KEY,
		created_at INTEGER NOT NULL
	) STRICT, WITHOUT ROWID;

	CREATE TABLE device_members (
		device_hash BLOB NOT NULL REFERENCES devices(token_hash) ON DELETE CASCADE,
		workshop_id TEXT NOT NULL REFERENCES workshops(id) ON DELETE CASCADE,
		member_id TEXT NOT NULL REFERENCES members(id) ON DELETE CASCADE,
		PRIMARY KEY (device_hash, workshop_id)
	) STRICT, WITHOUT ROWID;
	CREATE INDEX device_members_of_workshop ON device_members(workshop_id);
	CREATE INDEX devices_of_member ON device_members(member_id);

	CREATE TABLE device_workspaces (
		device_hash BLOB NOT NULL REFERENCES devices(token_hash) ON DELETE CASCADE,
		workspace_id TEXT NOT NULL REFERENCES workspaces(id) ON DELETE CASCADE,
		PRIMARY KEY (device_hash, workspace_id)
	) STRICT, WITHOUT ROWID;

	CREATE TABLE commands (
		member_id TEXT NOT NULL REFERENCES members(id) ON DELETE CASCADE,
		command_id TEXT NOT NULL,
		result TEXT NOT NULL,
		at INTEGER NOT NULL,
		PRIMARY KEY (member_id, command_id)
	) STRICT, WITHOUT ROWID;

	CREATE TABLE rooms (
		id INTEGER PRIMARY KEY,
		key TEXT NOT NULL UNIQUE,
		workshop_id TEXT NOT NULL REFERENCES workshops(id) ON DELETE CASCADE,
		sequence INTEGER NOT NULL DEFAULT 0,
		changed_at INTEGER NOT NULL
	) STRICT;
	CREATE INDEX rooms_of_workshop ON rooms(workshop_id);

	CREATE TABLE room_log (
		id INTEGER PRIMARY KEY,
		room_id INTEGER NOT NULL REFERENCES rooms(id) ON DELETE CASCADE,
		sequence INTEGER NOT NULL,
		member_id TEXT,
		at INTEGER NOT NULL,
		bytes BLOB NOT NULL,
		hash BLOB NOT NULL
	) STRICT;
	CREATE UNIQUE INDEX room_log_in_order ON room_log(room_id, sequence);

	CREATE TABLE room_states (
		room_id INTEGER PRIMARY KEY REFERENCES rooms(id) ON DELETE CASCADE,
		through_sequence INTEGER NOT NULL,
		bytes BLOB NOT NULL,
		hash BLOB NOT NULL
	) STRICT;

	CREATE TABLE room_clients (
		room_id INTEGER NOT NULL REFERENCES rooms(id) ON DELETE CASCADE,
		client INTEGER NOT NULL,
		member_id TEXT,
		PRIMARY KEY (room_id, client)
	) STRICT, WITHOUT ROWID;

	CREATE TABLE versions (
		id TEXT PRIMARY KEY,
		room_id INTEGER NOT NULL REFERENCES rooms(id) ON DELETE CASCADE,
		label TEXT NOT NULL,
		member_id TEXT,
		at INTEGER NOT NULL,
		bytes BLOB NOT NULL,
		hash BLOB NOT NULL
	) STRICT;
	CREATE INDEX versions_of_room ON versions(room_id, at);

	CREATE TABLE probes (
		id INTEGER PRIMARY KEY CHECK (id = 1),
		at INTEGER NOT NULL
	) STRICT;
`;
