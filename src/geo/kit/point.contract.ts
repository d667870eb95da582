import { z } from 'zod';
import { words } from '../../platform/http/words.js';
import { readCoordinates } from '../domain/read-coordinates.js';

/** Coordinates in any notation that claims may use: decimal, degrees and minutes, MGRS, Plus codes, map links. */
export const PointText = words({ min: 1, max: 2_000 }).superRefine((text, context) => {
  const reading = readCoordinates(text);
  if ('problem' in reading) context.addIssue({ code: 'custom', message: reading.problem });
});

/** Of a text that `PointText` let pass. */
export function pointOf(text: string): { latDeg: number; lonDeg: number } {
  const reading = readCoordinates(text);
  if ('problem' in reading) throw new RangeError(reading.problem);
  return { latDeg: reading.lat, lonDeg: reading.lon };
}

/** A number of a query; an empty one is none, and not zero. */
export const QueryNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^[+-]?\d{1,9}(?:\.\d{1,15})?$/, { error: 'not a number in decimal notation' })
    .transform(Number)
    .pipe(z.number().min(least).max(most));
