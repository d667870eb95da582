import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { CaseRepository, requireCaseRole } from '../cases/index.js';
import { ClipChange, isStatusReader } from '../clips/index.js';
import type { Principal } from '../identity/index.js';
import { InvalidInputError, NotFoundError } from '../shared/errors.js';
import { canonicaliseUrl } from './domain/canonicalise-url.js';
import { decodePostTime } from './domain/decode-post-time.js';
import type { KnownLink, KnownRequest } from './known.contract.js';
import { SubmissionRepository } from './submission.repository.js';

/**
 * What links say before they are submitted, and whether the case has them. Nothing is recorded. A clip is named only to those
 * who may see it: who only submits learns of their own, as everywhere, and of no other case anything.
 */
@Injectable()
export class KnownLinks {
  readonly #submissions = new SubmissionRepository();

  constructor(
    private readonly change: ClipChange,
    private readonly cases: CaseRepository,
  ) {}

  async execute(principal: Principal, { urls, caseId }: KnownRequest): Promise<z.infer<typeof KnownLink>[]> {
    const id = caseId ?? (await this.cases.findInbox())?.id;
    if (id === undefined) throw new NotFoundError('not_found', 'There is no inbox yet.');
    requireCaseRole(principal, id, 'submitter');
    const read = urls.map((url) => readLink(url));
    const canonical = read.flatMap((link) => ('canonicalUrl' in link ? [link.canonicalUrl] : []));
    const clips = await this.#submissions.findClips(this.change.db, id, [...new Set(canonical)]);
    const visible = clips.filter((clip) =>
      isStatusReader(principal, { caseId: id, submitterIds: clip.submitterIds }),
    );
    const byUrl = new Map(visible.map(({ canonicalUrl, ...clip }) => [canonicalUrl, clip]));
    return read.map((link) => {
      if (!('canonicalUrl' in link)) return link;
      const clip = byUrl.get(link.canonicalUrl);
      return clip === undefined
        ? link
        : { ...link, clipId: clip.id, clipSince: clip.createdAt.toISOString() };
    });
  }
}

function readLink(url: string): z.infer<typeof KnownLink> {
  try {
    const link = canonicaliseUrl(url);
    return {
      canonicalUrl: link.canonical,
      platform: link.platform,
      kind: link.kind,
      postTime: decodePostTime(link, new Date()),
    };
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return { problem: { code: error.code, detail: error.publicMessage } };
  }
}
