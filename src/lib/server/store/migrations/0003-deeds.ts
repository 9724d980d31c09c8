/**
 * What people say and decide, on record for good: only deleting the whole workshop deletes it. Names
 * are not in it, so that they can be forgotten. Replacing a row would delete one without telling the
 * trigger on deleting, so that is refused as well. Beside it what is handed in and not yet shown.
 */
export const deeds = `
	CREATE TABLE deeds (
		number INTEGER PRIMARY KEY,
		id TEXT NOT NULL UNIQUE,
		workshop_id TEXT NOT NULL REFERENCES workshops(id) ON DELETE CASCADE,
		kind TEXT NOT NULL,
		subject TEXT NOT NULL,
		member_id TEXT NOT NULL,
		at INTEGER NOT NULL,
		body TEXT NOT NULL
	) STRICT;
	CREATE INDEX deeds_of_workshop ON deeds(workshop_id, subject);

	CREATE TRIGGER deeds_never_change BEFORE UPDATE ON deeds
	BEGIN SELECT RAISE(ABORT, 'What is on record can not be changed.'); END;

	CREATE TRIGGER deeds_stay BEFORE DELETE ON deeds
	WHEN EXISTS (SELECT 1 FROM workshops WHERE id = OLD.workshop_id)
	BEGIN SELECT RAISE(ABORT, 'What is on record can not be deleted.'); END;

	CREATE TRIGGER deeds_are_not_replaced BEFORE INSERT ON deeds
	WHEN EXISTS (SELECT 1 FROM deeds WHERE id = NEW.id OR number = NEW.number)
	BEGIN SELECT RAISE(ABORT, 'What is on record can not be replaced.'); END;

	CREATE TABLE hand_ins (
		number INTEGER PRIMARY KEY,
		workshop_id TEXT NOT NULL REFERENCES workshops(id) ON DELETE CASCADE,
		gathering TEXT NOT NULL,
		member_id TEXT NOT NULL,
		item TEXT NOT NULL,
		body TEXT NOT NULL,
		UNIQUE (workshop_id, gathering, member_id, item)
	) STRICT;
`;
