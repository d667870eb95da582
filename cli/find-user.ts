import type { ApiClient } from './api-client.js';
import type { User } from './api-types.js';
import { CliFailure, UsageError } from './failures.js';
import { isId } from './id.js';
import { plainText } from './plain-text.js';

/** The person that an id or an e-mail address means. Addresses can be looked up by administrators only. */
export class UserFinder {
  constructor(private readonly api: ApiClient) {}

  /** @throws UsageError when there is no word, or more; CliFailure when nobody has the address */
  async only(words: readonly string[]): Promise<string> {
    const [word, ...more] = words;
    if (word === undefined || more.length > 0)
      throw new UsageError('Name one person by e-mail address or id.');
    return this.get(word);
  }

  async get(word: string): Promise<string> {
    const wanted = word.trim().toLowerCase();
    if (isId(wanted)) return wanted;
    for await (const user of this.api.items<User>('/users')) {
      if (user.email?.toLowerCase() === wanted) return user.id;
    }
    throw new CliFailure(`Nobody has the address "${plainText(word)}".`);
  }
}
