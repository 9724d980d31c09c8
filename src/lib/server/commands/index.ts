import { addMeasurements } from './add-measurements.ts';
import { adoptScenario } from './adopt-scenario.ts';
import { answerChallenge } from './answer-challenge.ts';
import { applyPooled } from './apply-pooled.ts';
import { argueFor } from './argue-for.ts';
import { cancelRound } from './cancel-round.ts';
import { castVote } from './cast-vote.ts';
import { challengePremortemCard } from './challenge-premortem-card.ts';
import { closeDoubt } from './close-doubt.ts';
import { closeVote } from './close-vote.ts';
import { clusterPremortemCard } from './cluster-premortem-card.ts';
import type { Command } from './command.ts';
import { dismissFinding } from './dismiss-finding.ts';
import { dropExperiment } from './drop-experiment.ts';
import { dropWatch } from './drop-watch.ts';
import { editScript } from './edit-script.ts';
import { keepVersion } from './keep-version.ts';
import { keepWorkshop } from './keep-workshop.ts';
import { makeApiToken } from './make-api-token.ts';
import { nameDoubt } from './name-doubt.ts';
import { offerSeat } from './offer-seat.ts';
import { openDoubt } from './open-doubt.ts';
import { openPractice } from './open-practice.ts';
import { openPremortem } from './open-premortem.ts';
import { openRound } from './open-round.ts';
import { openVote } from './open-vote.ts';
import { planExperiment } from './plan-experiment.ts';
import { raiseChallenge } from './raise-challenge.ts';
import { removeExpectation } from './remove-expectation.ts';
import { removeMember } from './remove-member.ts';
import { removePremortemCard } from './remove-premortem-card.ts';
import { resetRound } from './reset-round.ts';
import { restoreFinding } from './restore-finding.ts';
import { restoreVersion } from './restore-version.ts';
import { revealPremortem } from './reveal-premortem.ts';
import { revealRound } from './reveal-round.ts';
import { revokeApiToken } from './revoke-api-token.ts';
import { revokeLink } from './revoke-link.ts';
import { rotateLink } from './rotate-link.ts';
import { sayWhatCame } from './say-what-came.ts';
import { sealForecast } from './seal-forecast.ts';
import { setExpectation } from './set-expectation.ts';
import { setLobby } from './set-lobby.ts';
import { setPhase } from './set-phase.ts';
import { setProfile } from './set-profile.ts';
import { setReadyCheck } from './set-ready-check.ts';
import { setReady } from './set-ready.ts';
import { setRetention } from './set-retention.ts';
import { setRole } from './set-role.ts';
import { setSpotlight } from './set-spotlight.ts';
import { setTimer } from './set-timer.ts';
import { signOff } from './sign-off.ts';
import { startSpeaking } from './start-speaking.ts';
import { stopSpeaking } from './stop-speaking.ts';
import { submitEstimate } from './submit-estimate.ts';
import { takeBack } from './take-back.ts';
import { takeOver } from './take-over.ts';
import { takeSeat } from './take-seat.ts';
import { watchPremortemCard } from './watch-premortem-card.ts';
import { withdrawAdoption } from './withdraw-adoption.ts';
import { writePremortemCard } from './write-premortem-card.ts';

const all: readonly Command[] = [
	...[setLobby, rotateLink, revokeLink, setRole, removeMember, setProfile],
	...[
		keepWorkshop,
		setRetention,
		keepVersion,
		restoreVersion,
		takeBack,
		makeApiToken,
		revokeApiToken
	],
	...[raiseChallenge, answerChallenge, dismissFinding, restoreFinding, argueFor],
	...[adoptScenario, withdrawAdoption],
	...[setExpectation, removeExpectation, signOff, sealForecast, addMeasurements, sayWhatCame],
	...[offerSeat, takeSeat, startSpeaking, stopSpeaking, openDoubt, nameDoubt, closeDoubt],
	...[openPremortem, writePremortemCard, removePremortemCard, revealPremortem],
	...[clusterPremortemCard, challengePremortemCard, watchPremortemCard, dropWatch],
	...[planExperiment, dropExperiment],
	...[setPhase, editScript, setTimer, setSpotlight, setReadyCheck, setReady, takeOver],
	...[openRound, openPractice, submitEstimate, revealRound, resetRound, cancelRound, applyPooled],
	...[openVote, castVote, closeVote]
];

/** Every command that there is, by its type. */
export const commands: ReadonlyMap<string, Command> = new Map(
	all.map((command) => [command.type, command])
);
