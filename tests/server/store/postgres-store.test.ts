import { describe } from 'vitest';
import { behavesAsStore } from './behaviour.ts';
import { keepsFigures } from './figures.ts';
import { keepsHistory } from './history-behaviour.ts';
import { findPostgres } from './postgres/cluster.ts';
import { sharedCluster } from './postgres/shared-cluster.ts';
import { keepsTerms } from './retention-behaviour.ts';

let numbered = 0;
const newId = () => `id${(numbered += 1)}`;

describe.runIf(findPostgres())('the PostgreSQL store', () => {
	const postgres = sharedCluster();

	const openEmpty = (now: () => number) => postgres.databases.open({ now, newId });
	behavesAsStore(openEmpty);
	keepsFigures(openEmpty);
	keepsHistory(openEmpty);
	keepsTerms(openEmpty);
});
