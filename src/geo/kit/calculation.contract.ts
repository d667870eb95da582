import { z } from 'zod';
import { PLACE_NAME } from '../gazetteer/gazetteer.contract.js';
import { DistanceInput, ShadowInput, SunInput, TimezoneInput } from './kit.contract.js';

const GazetteerInput = z.strictObject({
  q: PLACE_NAME,
  near: z.strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) }).optional(),
  limit: z.number().int().min(1).max(50).default(10),
});
export type GazetteerInput = z.infer<typeof GazetteerInput>;

/** A calculation of the kit to be made, and kept with its inputs. */
export const Calculation = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('sun'), input: SunInput }),
    z.strictObject({
      kind: z.literal('shadow'),
      input: ShadowInput.refine(({ at }) => at !== undefined, { path: ['at'], error: 'give the time' }),
    }),
    z.strictObject({
      kind: z.literal('shadow_times'),
      input: ShadowInput.refine(({ measured }) => measured !== undefined, {
        path: ['measured'],
        error: 'give what was measured',
      }),
    }),
    z.strictObject({ kind: z.literal('timezone'), input: TimezoneInput }),
    z.strictObject({ kind: z.literal('distance'), input: DistanceInput }),
    z.strictObject({ kind: z.literal('gazetteer'), input: GazetteerInput }),
  ])
  .meta({ id: 'Calculation' });
export type Calculation = z.infer<typeof Calculation>;
