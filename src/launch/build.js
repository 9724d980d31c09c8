import { application, buildWhenStale, commandLine } from './build-when-stale.js';

buildWhenStale(application);
buildWhenStale(commandLine);
