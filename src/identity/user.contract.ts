import { z } from 'zod';
import { words } from '../platform/http/words.js';
import { PASSWORD_MAX } from './domain/password-rules.js';

export const Email = words({ min: 3, max: 254 }).trim().pipe(z.email());
export const PersonName = words({ min: 1, max: 200 }).trim().min(1);
/** Code units; the rules count characters. Bounds what is hashed. */
export const PasswordText = words({ min: 1, max: PASSWORD_MAX * 2 });

export const UserRequest = z
  .strictObject({
    email: Email,
    name: PersonName,
    password: PasswordText.optional(),
    admin: z.boolean().default(false),
    disabled: z.boolean().default(false),
  })
  .meta({ id: 'UserRequest' });
export type UserRequest = z.infer<typeof UserRequest>;

export const UserPatch = z
  .strictObject({
    email: Email.optional(),
    name: PersonName.optional(),
    password: PasswordText.optional(),
    admin: z.boolean().optional(),
    disabled: z.boolean().optional(),
    /** Takes the second factor away from somebody who lost it. */
    totp: z.literal(false).optional(),
  })
  .refine((patch) => Object.keys(patch).length > 0, { error: 'nothing to change' })
  .meta({ id: 'UserPatch' });
export type UserPatch = z.infer<typeof UserPatch>;

const user = {
  id: z.uuid(),
  email: z.string().nullable(),
  name: z.string(),
  admin: z.boolean(),
  disabled: z.boolean(),
  totp: z.boolean(),
  version: z.number().int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
};

export const User = z.object(user).meta({ id: 'User' });
export type User = z.infer<typeof User>;

export const NewUser = z
  .object({
    ...user,
    /** Where the person chooses a password: one time, 7 days. Shown once, and only when none was given. */
    setupUrl: z.url().optional(),
  })
  .meta({ id: 'NewUser' });
export type NewUser = z.infer<typeof NewUser>;

export const UserPage = z
  .object({ items: z.array(User), nextCursor: z.uuid().nullable() })
  .meta({ id: 'UserPage' });

export const SetupLink = z
  .object({ setupUrl: z.url(), expiresAt: z.iso.datetime() })
  .meta({ id: 'SetupLink' });
export type SetupLink = z.infer<typeof SetupLink>;
