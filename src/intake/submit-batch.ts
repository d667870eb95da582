import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Principal } from '../identity/index.js';
import { fieldErrors } from '../platform/http/validation.js';
import { toProblem } from '../platform/http/problem.filter.js';
import { DomainError, InvalidInputError } from '../shared/errors.js';
import { SubmitClip } from './submit-clip.js';
import { Submission, type BatchResult } from './submission.contract.js';

type RowResult = z.infer<typeof BatchResult>['results'][number];

/** Row by row, each in its own transaction: one bad row never harms the others. */
@Injectable()
export class SubmitBatch {
  constructor(private readonly submitClip: SubmitClip) {}

  async execute(principal: Principal, items: readonly unknown[]): Promise<RowResult[]> {
    const results: RowResult[] = [];
    for (const [index, item] of items.entries()) results.push(await this.#row(principal, index, item));
    return results;
  }

  async #row(principal: Principal, index: number, item: unknown): Promise<RowResult> {
    try {
      const { clipId, duplicate } = await this.submitClip.execute(principal, parseRow(item), 'batch');
      return { index, outcome: duplicate ? 'duplicate' : 'created', clipId };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const { errors, ...problem } = toProblem(error);
      return {
        index,
        outcome: 'rejected',
        problem: { ...problem, ...(errors === undefined ? {} : { errors: [...errors] }) },
      };
    }
  }
}

function parseRow(item: unknown): Submission {
  const parsed = Submission.safeParse(item);
  if (parsed.success) return parsed.data;
  throw new InvalidInputError(
    'invalid_request',
    'Some fields are not acceptable.',
    parsed.error.issues.flatMap(fieldErrors),
  );
}
