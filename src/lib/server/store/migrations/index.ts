import { workshops } from './0001-workshops.ts';
import { decisions } from './0002-decisions.ts';
import { deeds } from './0003-deeds.ts';
import { forecasts } from './0004-forecasts.ts';
import { figures } from './0005-figures.ts';
import { blindAnswers } from './0006-blind-answers.ts';
import { apiTokens } from './0007-api-tokens.ts';
import { unfinishedBatches } from './0008-unfinished-batches.ts';
import { namedVersions } from './0009-named-versions.ts';
import { keptWorkshops } from './0010-kept-workshops.ts';
import { forecastsInARow } from './0011-forecasts-in-a-row.ts';
import { importMappings } from './0012-import-mappings.ts';
import { retention } from './0013-retention.ts';

/**
 * Every change of shape the database ever had, oldest first. Its version is how many were applied,
 * so a migration that was released is never edited, moved or removed: add one at the end.
 */
export const migrations: readonly string[] = [
	workshops,
	decisions,
	deeds,
	forecasts,
	figures,
	blindAnswers,
	apiTokens,
	unfinishedBatches,
	namedVersions,
	keptWorkshops,
	forecastsInARow,
	importMappings,
	retention
];
