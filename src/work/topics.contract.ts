import { z } from 'zod';
import { words } from '../platform/http/words.js';

const MOST_TOPICS = 50;

const Topic = words({ min: 1, max: 100 }).trim().min(1);

/** Of a list: whether it also holds what the reader asks not to be given. */
export const OptedOut = z
  .enum(['true', 'false'])
  .transform((text) => text === 'true')
  .optional()
  .meta({
    description:
      'True: also clips with a tag that the reader asks not to be given (`/me/topics`). Otherwise they are left out, unless assigned to the reader.',
  });

export const TopicsRequest = z
  .strictObject({ topics: z.array(Topic).max(MOST_TOPICS) })
  .meta({ id: 'TopicsRequest' });
export type TopicsRequest = z.infer<typeof TopicsRequest>;

export const Topics = z
  .object({
    topics: z.array(z.string()).meta({
      description: 'In lower case and alphabetical order. A clip with one of them as a tag is meant.',
    }),
  })
  .meta({
    id: 'Topics',
    description: 'What the person does not want to be given. Told to nobody else.',
  });
export type Topics = z.infer<typeof Topics>;
