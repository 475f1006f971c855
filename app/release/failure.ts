/** Why a file was not handed out. `empty` and `mismatch` are about the figures, `storage` about the disk. */
export const FAILURES = ['empty', 'mismatch', 'storage'] as const;
export type Failure = (typeof FAILURES)[number];

/** An expected refusal to hand out a file; its message is for the log, the reader gets the words of releaseWords.ts. */
export class ReleaseError extends Error {
  override readonly name = 'ReleaseError';
  readonly failure: Failure;

  constructor(failure: Failure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.failure = failure;
  }
}

const STORAGE_CODES = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EMFILE', 'EIO', 'ENOENT']);

/** The same error, as a {@link ReleaseError} where it says that a file could not be written or read. */
export function asReleaseError(error: unknown): unknown {
  if (error instanceof Error && 'code' in error && STORAGE_CODES.has(String(error.code))) {
    return new ReleaseError('storage', error.message, { cause: error });
  }
  return error;
}

export function isFailure(word: string | null): word is Failure {
  return FAILURES.some((failure) => failure === word);
}
