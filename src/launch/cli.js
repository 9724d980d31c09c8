import { buildWhenStale, commandLine } from './build-when-stale.js';

buildWhenStale(commandLine);
await import('../../build-cli/main.js');
