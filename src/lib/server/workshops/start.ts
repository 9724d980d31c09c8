import * as v from 'valibot';
import { languages, type Language } from '#lib/domain/vocabulary.ts';
import { sameSecret } from '../access/secret.ts';
import { refuseWhileWaiting } from '../access/limits.ts';
import { hashToken, isToken } from '../access/tokens.ts';
import { ApiError } from '../api-error.ts';
import type { Call } from '../endpoint.ts';
import { check } from '../request-body.ts';
import { fillRooms } from './documents.ts';
import { createWorkshop, type ChosenWorkspace, type CreatedWorkshop } from './create.ts';
import { welcome } from './members.ts';
import { demoFile, emptyFile, readFileValue, type AcceptedFile } from './starting-point.ts';

const hostFields = {
	workspaceToken: v.optional(v.string()),
	workspaceId: v.optional(v.string()),
	passphrase: v.optional(v.string())
};

const requestSchema = v.object({
	...hostFields,
	template: v.optional(v.literal('demo')),
	language: v.optional(v.picklist(languages)),
	title: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200))),
	file: v.optional(v.unknown())
});

export type StartRequest = v.InferOutput<typeof requestSchema>;

/**
 * Reads a request for a new workshop; a bare workshop file counts as `{ "file": … }`.
 *
 * @throws {ApiError} 400 when it is neither
 */
export function readStartRequest(value: unknown): StartRequest {
	if (typeof value !== 'object' || value === null || !('format' in value)) {
		return check(requestSchema, value);
	}
	const { workspaceToken, workspaceId, passphrase, ...file } = value as Record<string, unknown>;
	return { ...check(v.object(hostFields), { workspaceToken, workspaceId, passphrase }), file };
}

/**
 * Starts a workshop for whoever may, and makes the device that asks its facilitator.
 *
 * @throws {ApiError} 403 without the passphrase or for somebody else's workspace, 429 too often, 400 for
 *   a file with problems
 */
export async function startWorkshop(
	call: Call & { readonly device: Uint8Array },
	request: StartRequest,
	language: Language
): Promise<CreatedWorkshop & { readonly warnings: AcceptedFile['warnings'] }> {
	const { app, client, device } = call;
	const showsKey = request.workspaceToken !== undefined || request.passphrase !== undefined;
	if (showsKey) refuseWhileWaiting(app.limits.wrongKeys, client);
	refuseWhileWaiting(app.limits.newWorkshops, client);
	const workspace = await chosenWorkspace(call, request);
	if (!workspace) checkPassphrase(call, request.passphrase);
	const id = app.newId();
	const { file, warnings } = await startingPoint(app.now(), request, { id, language });
	app.limits.newWorkshops.count(client);
	const { workspaceId, ...created } = await createWorkshop(app, file, { id, workspace });
	try {
		await fillRooms(app.hub, id, file);
		await app.store.grantWorkspace(device, workspaceId);
		await welcome(app, { workshopId: id, role: 'facilitator', linkId: null }, { device });
	} catch (error) {
		await app.store.deleteWorkshop(id);
		throw error;
	}
	return { ...created, warnings };
}

async function startingPoint(
	now: number,
	{ file, template, title, language }: StartRequest,
	fallback: { id: string; language: Language }
): Promise<AcceptedFile> {
	if (file !== undefined) return readFileValue(file);
	const chosen = language ?? fallback.language;
	if (template === 'demo') return { file: demoFile(chosen), warnings: [] };
	const startYear = new Date(now).getFullYear();
	const empty = await emptyFile({ id: fallback.id, language: chosen, title, startYear });
	return { file: empty, warnings: [] };
}

/** The workspace that the request names, when who asks has it. */
async function chosenWorkspace(
	{ app, client, device }: Call,
	{ workspaceToken, workspaceId }: StartRequest
): Promise<ChosenWorkspace | undefined> {
	if (workspaceToken !== undefined) {
		const known = isToken(workspaceToken)
			? await app.store.findWorkspaceByToken(hashToken(workspaceToken))
			: undefined;
		if (known) return { id: known.id, token: workspaceToken };
		app.limits.wrongKeys.count(client);
		throw new ApiError('wrong-code', 'This workspace link does not work.', {
			path: 'workspaceToken'
		});
	}
	if (workspaceId === undefined) return undefined;
	if (device && (await app.store.hasWorkspace(device, workspaceId))) {
		return { id: workspaceId, token: undefined };
	}
	throw new ApiError('wrong-role', 'This device may not open that workspace.', {
		path: 'workspaceId'
	});
}

/** Whoever has a workspace was let in as a host before; others show the passphrase, where one is set. */
function checkPassphrase({ app, client }: Call, given: string | undefined): void {
	const { passphrase } = app.configuration;
	if (passphrase === undefined || sameSecret(given ?? '', passphrase)) return;
	if (given !== undefined) app.limits.wrongKeys.count(client);
	throw new ApiError(
		'wrong-passphrase',
		'Starting a workshop here takes the passphrase for hosts.',
		{
			path: 'passphrase'
		}
	);
}
