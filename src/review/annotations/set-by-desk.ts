import { canonicalJson } from '../../shared/canonical-json.js';
import { InvalidInputError } from '../../shared/errors.js';
import { SET_BY_THE_DESK, type Annotation, type AnnotationReplacement } from './annotation.contract.js';

/** What the desk sets may come back as it was read, and is nobody's to change. @throws InvalidInputError at each such field. */
export function requireSetByDesk(sent: AnnotationReplacement, now: Annotation): void {
  const changed = SET_BY_THE_DESK.filter(
    (name) => sent[name] !== undefined && canonicalJson(sent[name]) !== canonicalJson(now[name]),
  );
  if (changed.length === 0) return;
  throw new InvalidInputError(
    'invalid_request',
    'Some fields are not acceptable.',
    changed.map((path) => ({ path, message: 'is set by the desk; leave it out or as it was read' })),
  );
}
