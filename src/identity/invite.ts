import { Injectable } from '@nestjs/common';
import type { CustodyEntry } from '../custody/index.js';
import type { Config } from '../platform/config/config.js';
import type { Executor } from '../platform/db/database.js';
import { InjectConfig } from '../platform/platform.tokens.js';
import { newId } from '../shared/ids.js';
import { hashSecret, newSecret } from './credential.js';
import { deskOrigin } from './desk-origin.js';
import { SetupLinkRepository } from './setup-link.repository.js';

export interface Invitation {
  readonly url: string;
  readonly expiresAt: Date;
  readonly custody: CustodyEntry;
}

/** Makes one-time links within the caller's transaction. */
@Injectable()
export class Invite {
  constructor(
    @InjectConfig() private readonly config: Config,
    private readonly links: SetupLinkRepository,
  ) {}

  /** @param by the administrator who asks; null at the first run */
  async execute(tx: Executor, userId: string, by: string | null): Promise<Invitation> {
    const [id, secret] = [newId(), newSecret()];
    const expiresAt = await this.links.insert(tx, {
      id,
      userId,
      secretHash: hashSecret(secret),
      createdBy: by,
    });
    return {
      // Behind the hash: browsers send no fragment, so the secret reaches no log of a server or proxy (RFC 9110 §7.1).
      url: `${deskOrigin(this.config)}/setup#token=${secret}`,
      expiresAt,
      custody: {
        chain: 'system',
        action: 'setup_link.created',
        actor: by === null ? 'system' : `user:${by}`,
        body: { linkId: id, userId },
      },
    };
  }
}
