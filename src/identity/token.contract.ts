import { z } from 'zod';
import { Instant, Uuid } from '../platform/http/validation.js';
import { words } from '../platform/http/words.js';
import { TOKEN_SCOPES } from './principal.js';

const Scope = z.enum(TOKEN_SCOPES).meta({ id: 'TokenScope' });

export const TokenRequest = z
  .strictObject({
    name: words({ min: 1, max: 200 }).trim().min(1),
    userId: Uuid.optional(),
    scope: Scope,
    caseIds: z.array(Uuid).min(1).max(200).optional(),
    expiresAt: Instant.optional(),
  })
  .meta({ id: 'TokenRequest' });
export type TokenRequest = z.infer<typeof TokenRequest>;

export const Token = z
  .object({
    id: z.uuid(),
    name: z.string(),
    userId: z.uuid(),
    scope: Scope,
    caseIds: z.array(z.uuid()).nullable(),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Token' });
export type Token = z.infer<typeof Token>;

export const NewToken = z.object({ id: z.uuid(), token: z.string() }).meta({ id: 'NewToken' });
export type NewToken = z.infer<typeof NewToken>;
export const TokenPage = z
  .object({ items: z.array(Token), nextCursor: z.uuid().nullable() })
  .meta({ id: 'TokenPage' });

export const Me = z
  .object({
    userId: z.uuid(),
    /** Null for tokens of scope dashboard. */
    name: z.string().nullable(),
    email: z.string().nullable(),
    /** Null when signed in with a browser. */
    tokenId: z.uuid().nullable(),
    /** Null when a token was shown. */
    sessionId: z.uuid().nullable(),
    scope: Scope,
    admin: z.boolean(),
    totp: z.boolean(),
    cases: z.array(z.object({ caseId: z.uuid(), role: z.enum(['submitter', 'reviewer', 'lead']) })),
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof Me>;
