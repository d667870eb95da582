/** What a person at the terminal reads while the project prepares itself. Goes to standard error: the output is the program's. */
export function say(message) {
  console.error(`sightline: ${message}`);
}

export function warn(message) {
  console.error(`sightline: warning: ${message}`);
}

/** A failure that the person can act on: printed in one piece, without a stack trace. */
export class SetupError extends Error {
  name = 'SetupError';
}

/** Ends the process with the exit code that `main` answers; a `SetupError` is printed plainly and gives 1. */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(`sightline: ${error.message}`);
    process.exitCode = 1;
  }
}
