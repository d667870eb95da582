import { z } from 'zod';
import { words } from '../platform/http/words.js';
import { Email, PasswordText, PersonName } from './user.contract.js';

const Code = z.string().regex(/^\d{6}$/, 'must have six digits');

export const SessionRequest = z
  .strictObject({
    // Not checked for form: what is no address simply belongs to nobody.
    email: words({ min: 1, max: 254 }).trim(),
    password: PasswordText,
    totp: Code.optional(),
  })
  .meta({ id: 'SessionRequest' });
export type SessionRequest = z.infer<typeof SessionRequest>;

export const SetupRequest = z
  .strictObject({
    token: z.string().min(1).max(200),
    password: PasswordText,
    /** Only where the account has no address yet (the first run). */
    email: Email.optional(),
    name: PersonName.optional(),
    totp: Code.optional(),
  })
  .meta({ id: 'SetupRequest' });
export type SetupRequest = z.infer<typeof SetupRequest>;

/** Whether the desk's page can offer the identity provider to those who are not in yet. */
export const OidcState = z.object({ configured: z.boolean() }).meta({ id: 'OidcState' });
export type OidcState = z.infer<typeof OidcState>;

export const SetupQuestion = z
  .strictObject({ token: z.string().min(1).max(200) })
  .meta({ id: 'SetupQuestion' });
export type SetupQuestion = z.infer<typeof SetupQuestion>;

/** For whom a link is, so that its page asks for what is needed and nothing else. */
export const SetupPerson = z
  .object({
    name: z.string(),
    email: z.string().nullable().meta({ description: 'null at the first run: the person names themselves.' }),
    totp: z.boolean(),
  })
  .meta({ id: 'SetupPerson' });
export type SetupPerson = z.infer<typeof SetupPerson>;

export const PasswordPatch = z
  .strictObject({ current: PasswordText, password: PasswordText })
  .meta({ id: 'PasswordPatch' });
export type PasswordPatch = z.infer<typeof PasswordPatch>;

export const TotpSecret = z.object({ secret: z.string(), uri: z.string() }).meta({ id: 'TotpSecret' });
export const TotpConfirmation = z.strictObject({ code: Code }).meta({ id: 'TotpConfirmation' });
export type TotpConfirmation = z.infer<typeof TotpConfirmation>;
export const TotpRemoval = z.strictObject({ password: PasswordText }).meta({ id: 'TotpRemoval' });
export type TotpRemoval = z.infer<typeof TotpRemoval>;

export const Session = z
  .object({
    id: z.uuid(),
    method: z.enum(['password', 'oidc', 'setup']),
    /** The one that asks. */
    current: z.boolean(),
    createdAt: z.iso.datetime(),
    lastSeenAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof Session>;

export const SessionPage = z
  .object({ items: z.array(Session), nextCursor: z.uuid().nullable() })
  .meta({ id: 'SessionPage' });
