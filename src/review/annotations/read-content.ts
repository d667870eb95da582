import { ClaimRepository, type ClipRow } from '../../clips/index.js';
import type { Executor } from '../../platform/db/database.js';
import { InvalidInputError } from '../../shared/errors.js';
import { SubjectRepository } from '../subjects/subject.repository.js';
import type { AnnotationContent } from './annotation-content.js';
import type { AnnotationRequest } from './annotation.contract.js';
import { parseSelection, type Annotated } from './domain/selection.js';

const claims = new ClaimRepository();
const subjects = new SubjectRepository();

/**
 * What the request says about this frame or clip, checked against what it names.
 * @throws InvalidInputError by the selector's faults; `unknown_subject`, `unknown_claim`, `not_a_landmark`.
 */
export async function readContent(
  on: Executor,
  clip: ClipRow,
  annotated: Annotated,
  request: AnnotationRequest,
): Promise<AnnotationContent> {
  const { selector } = request.target;
  const selection = parseSelection(selector, annotated, 'target.selector');
  await requireNamed(on, clip, request);
  return {
    motivation: request.motivation,
    body: request.body,
    selection,
    written: selector ?? null,
    frame: annotated.frame,
    subjectId: request.subjectId,
    claimId: request.claimId,
    stance: request.stance,
    landmark: request.landmark,
  };
}

async function requireNamed(on: Executor, clip: ClipRow, request: AnnotationRequest): Promise<void> {
  const { claimId, subjectId, landmark } = request;
  if (claimId !== null) {
    const known = (await claims.list(on, clip.id)).some(({ id }) => id === claimId);
    if (!known) throw refused('unknown_claim', 'claimId', 'the clip has no such claim');
  }
  if (subjectId === null) return;
  const subject = await subjects.find(on, subjectId);
  if (subject?.case_id !== clip.case_id) {
    throw refused('unknown_subject', 'subjectId', 'the case has no such subject');
  }
  if (landmark !== null && subject.kind !== 'landmark') {
    throw refused('not_a_landmark', 'landmark', `the subject is a ${subject.kind}, not a landmark`);
  }
}

function refused(code: string, path: string, message: string): InvalidInputError {
  return new InvalidInputError(code, 'The annotation names what it cannot name.', [{ path, message }]);
}
