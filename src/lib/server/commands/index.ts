import { addMeasurements } from './add-measurements.ts';
import { adoptScenario } from './adopt-scenario.ts';
import { answerChallenge } from './answer-challenge.ts';
import { argueFor } from './argue-for.ts';
import type { Command } from './command.ts';
import { dismissFinding } from './dismiss-finding.ts';
import { raiseChallenge } from './raise-challenge.ts';
import { removeExpectation } from './remove-expectation.ts';
import { removeMember } from './remove-member.ts';
import { restoreFinding } from './restore-finding.ts';
import { revokeLink } from './revoke-link.ts';
import { rotateLink } from './rotate-link.ts';
import { sealForecast } from './seal-forecast.ts';
import { setExpectation } from './set-expectation.ts';
import { setLobby } from './set-lobby.ts';
import { setProfile } from './set-profile.ts';
import { setRole } from './set-role.ts';
import { signOff } from './sign-off.ts';
import { withdrawAdoption } from './withdraw-adoption.ts';

const all: readonly Command[] = [
	...[setLobby, rotateLink, revokeLink, setRole, removeMember, setProfile],
	...[raiseChallenge, answerChallenge, dismissFinding, restoreFinding, argueFor],
	...[adoptScenario, withdrawAdoption],
	...[setExpectation, removeExpectation, signOff, sealForecast, addMeasurements]
];

/** Every command that there is, by its type. */
export const commands: ReadonlyMap<string, Command> = new Map(
	all.map((command) => [command.type, command])
);
