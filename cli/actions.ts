import type { Command, CommandContext } from './command.js';
import { UsageError } from './failures.js';

type Action = (args: readonly string[], context: CommandContext) => Promise<number>;

/** A command whose first word says what to do: `member add …`. */
export function commandOfActions(
  name: string,
  summary: string,
  help: string,
  actions: Readonly<Record<string, Action>>,
): Command {
  return {
    name,
    summary,
    help,
    run([word = '', ...args], context) {
      const action = Object.hasOwn(actions, word) ? actions[word] : undefined;
      if (action === undefined) {
        const known = Object.keys(actions).map((each) => `${name} ${each}`);
        throw new UsageError(`${known.slice(0, -1).join(', ')} or ${known.at(-1) ?? ''}?`);
      }
      return action(args, context);
    },
  };
}
