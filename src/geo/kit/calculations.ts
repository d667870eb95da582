import { Injectable } from '@nestjs/common';
import { FindPlaces } from '../gazetteer/find-places.js';
import type { Calculation } from './calculation.contract.js';
import { answerDistance, answerTimezone } from './earth-answers.js';
import type { Method } from './kit-answers.contract.js';
import { answerShadow } from './shadow-answer.js';
import { answerSun } from './sky-answer.js';

/** A calculation as it is kept: anybody can make it again from its input. */
export interface CalculationRecord {
  readonly kind: Calculation['kind'];
  readonly input: Readonly<Record<string, unknown>>;
  readonly result: Readonly<Record<string, unknown>>;
  readonly method: Method;
}

const GAZETTEER_METHOD: Method = { name: 'gazetteer', version: '1', library: 'pg_trgm, GeoNames' };

/** Makes any calculation of the kit, as its own route does. */
@Injectable()
export class Calculations {
  constructor(private readonly places: FindPlaces) {}

  async run(calculation: Calculation): Promise<CalculationRecord> {
    const { kind, input } = calculation;
    const { method, ...result } = await this.#answer(calculation);
    return { kind, input, result, method };
  }

  async #answer(calculation: Calculation): Promise<{ method: Method } & Record<string, unknown>> {
    switch (calculation.kind) {
      case 'sun':
        return answerSun(calculation.input);
      case 'shadow':
      case 'shadow_times':
        return answerShadow(calculation.input);
      case 'timezone':
        return answerTimezone(calculation.input);
      case 'distance':
        return answerDistance(calculation.input);
      case 'gazetteer': {
        const { q, near, limit } = calculation.input;
        const point = near === undefined ? null : { latDeg: near.lat, lonDeg: near.lon };
        return { ...(await this.places.execute(q, point, limit)), method: GAZETTEER_METHOD };
      }
    }
  }
}
