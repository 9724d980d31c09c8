/** What people answer before anybody may see it; of answers not even the order is kept. */
export const answers = `
	CREATE TABLE blind_rounds (
		id TEXT PRIMARY KEY,
		workshop_id TEXT NOT NULL REFERENCES workshops(id) ON DELETE CASCADE,
		topic TEXT NOT NULL,
		subject TEXT NOT NULL,
		anonymous INTEGER NOT NULL CHECK (anonymous IN (0, 1)),
		hidden INTEGER NOT NULL CHECK (hidden IN (0, 1)),
		min_group_size BIGINT NOT NULL,
		result TEXT,
		opened_at BIGINT NOT NULL
	);
	CREATE INDEX blind_rounds_of_workshop ON blind_rounds(workshop_id);
	CREATE UNIQUE INDEX one_open_round_per_topic ON blind_rounds(workshop_id, topic)
		WHERE result IS NULL;

	CREATE TABLE blind_estimates (
		round_id TEXT NOT NULL REFERENCES blind_rounds(id) ON DELETE CASCADE,
		giver TEXT NOT NULL,
		party_id TEXT,
		answer TEXT NOT NULL,
		PRIMARY KEY (round_id, giver)
	);

	CREATE TABLE votes (
		id TEXT PRIMARY KEY,
		workshop_id TEXT NOT NULL REFERENCES workshops(id) ON DELETE CASCADE,
		subject TEXT NOT NULL,
		result TEXT,
		opened_at BIGINT NOT NULL
	);
	CREATE INDEX votes_of_workshop ON votes(workshop_id);

	CREATE TABLE ballots (
		vote_id TEXT NOT NULL REFERENCES votes(id) ON DELETE CASCADE,
		member_id TEXT NOT NULL,
		choices TEXT NOT NULL,
		PRIMARY KEY (vote_id, member_id)
	);

	CREATE TABLE speaker_notes (
		workshop_id TEXT NOT NULL REFERENCES workshops(id) ON DELETE CASCADE,
		step_id TEXT NOT NULL,
		text TEXT NOT NULL,
		PRIMARY KEY (workshop_id, step_id)
	);
`;
