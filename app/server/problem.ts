/** Why a command cannot do its work, told to whoever typed it: a sentence about what to do, and no stack. */

/** Something outside the program is in the way; the message says what, and what to do. */
export class Problem extends Error {}

/**
 * Does the work; where that fails, says why on the terminal and ends the process with 1. A `Problem` is told by its
 * message alone, anything else is a fault of ours and told with its stack.
 */
export async function explaining(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const text = error instanceof Problem ? error.message : describe(error);
    // Written before the process ends: a pipe takes it only later.
    await new Promise((resolve) => process.stderr.write(`\n${indented(text)}\n\n`, resolve));
    process.exit(1);
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}
