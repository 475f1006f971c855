/** Why work was not done; its message is for the log. */
export class WorkRefused extends Error {
  override readonly name = 'WorkRefused';
  readonly why: 'full' | 'slow' | 'gone';

  constructor(why: WorkRefused['why']) {
    super(`work was refused: ${why}`);
    this.why = why;
  }
}

/** The pages are a bundle with a copy of this class: the name tells. */
export function isWorkRefused(error: unknown): error is WorkRefused {
  return error instanceof Error && error.name === 'WorkRefused';
}
