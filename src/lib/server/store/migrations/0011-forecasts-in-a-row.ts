/**
 * A forecast is only taken in at the end of its workshop's row, on top of the one before it, whoever
 * writes it: one that was slipped in between, or beside the row, is refused by the database itself.
 */
export const forecastsInARow = `
	CREATE TRIGGER forecasts_follow_the_last BEFORE INSERT ON forecasts
	WHEN NEW.number IS NOT (
			SELECT COALESCE(MAX(number), 0) + 1 FROM forecasts WHERE workshop_id = NEW.workshop_id
		)
		OR NEW.previous IS NOT (
			SELECT sha256 FROM forecasts WHERE workshop_id = NEW.workshop_id ORDER BY number DESC LIMIT 1
		)
	BEGIN SELECT RAISE(ABORT, 'A sealed forecast can not be put anywhere but after the last one.'); END;
`;
