import { InvalidInputError } from '../../../shared/errors.js';

/**
 * `bad_selector`: not in a form that the desk reads; `outside_frame`, `too_many_points`, `end_before_start`,
 * `past_the_end`: readable, but not of this frame or clip.
 */
export type SelectorFault =
  'bad_selector' | 'outside_frame' | 'too_many_points' | 'end_before_start' | 'past_the_end';

export function badSelector(code: SelectorFault, path: string, message: string): InvalidInputError {
  return new InvalidInputError(code, 'The selector does not name a part of what is annotated.', [
    { path, message },
  ]);
}
