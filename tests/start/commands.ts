/** Runs the product's own commands to their end, as an operator's shell does. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { ROOT, shellWith, startCommand } from '../product';

type Settings = Readonly<Record<string, string>>;

export interface Ended {
  readonly code: number | null;
  /** Both streams. */
  readonly output: string;
}

/** `npm start`, for a start that cannot be. Words of a program put in front, such as `setpriv`, run it in their way. */
export function runStart(
  env: Settings,
  words: readonly string[] = [],
  inFront: readonly string[] = [],
): Promise<Ended> {
  const { program, args } = startCommand();
  const [first = program, ...rest] = [...inFront, program, ...args, ...words];
  return run(first, rest, env);
}

export function runCommand(
  script: 'admin' | 'backup' | 'restore',
  env: Settings,
  ...words: readonly string[]
): Promise<Ended> {
  return run('npm', ['run', '--silent', script, '--', ...words], env);
}

async function run(program: string, args: readonly string[], env: Settings): Promise<Ended> {
  const child = spawn(program, args, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: shellWith(env),
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (piece: string) => {
      output += piece;
    });
  }
  await once(child, 'close');
  return { code: child.exitCode, output };
}
