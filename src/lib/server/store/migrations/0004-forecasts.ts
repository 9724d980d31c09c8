/**
 * Sealed forecasts. The database itself refuses to change, replace or delete one; only deleting the
 * whole workshop deletes them with it.
 */
export const forecasts = `
	CREATE TABLE forecasts (
		row INTEGER PRIMARY KEY,
		id TEXT NOT NULL UNIQUE,
		workshop_id TEXT NOT NULL REFERENCES workshops(id) ON DELETE CASCADE,
		number INTEGER NOT NULL,
		text TEXT NOT NULL,
		sha256 TEXT NOT NULL,
		previous TEXT,
		sealed_at INTEGER NOT NULL,
		UNIQUE (workshop_id, number)
	) STRICT;

	CREATE TRIGGER forecasts_never_change BEFORE UPDATE ON forecasts
	BEGIN SELECT RAISE(ABORT, 'A sealed forecast can not be changed.'); END;

	CREATE TRIGGER forecasts_stay BEFORE DELETE ON forecasts
	WHEN EXISTS (SELECT 1 FROM workshops WHERE id = OLD.workshop_id)
	BEGIN SELECT RAISE(ABORT, 'A sealed forecast can not be deleted.'); END;

	CREATE TRIGGER forecasts_are_not_replaced BEFORE INSERT ON forecasts
	WHEN EXISTS (
		SELECT 1 FROM forecasts
		WHERE id = NEW.id OR row = NEW.row OR (workshop_id = NEW.workshop_id AND number = NEW.number)
	)
	BEGIN SELECT RAISE(ABORT, 'A sealed forecast can not be replaced.'); END;
`;
