import { badSelector } from './bad-selector.js';
import { isInvisible, settleShape, type Shape } from './shapes.js';

/** The shape as it is kept. @throws InvalidInputError `outside_frame`, or `bad_selector` for one too small to be seen. */
export function settle(drawn: Shape, path: string): Shape {
  const settled = settleShape(drawn);
  if (settled === undefined) throw badSelector('outside_frame', path, 'the region leaves the frame');
  if (isInvisible(settled)) throw badSelector('bad_selector', path, 'the region is too small to be seen');
  return settled;
}
