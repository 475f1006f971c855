/** Whether a password that somebody chose is guessed easily. What is guessed first is in lists; only the server reads them. */
import { z } from 'zod';
import type { Job } from '~/work';

/** Guesses that must be needed, as a power of ten: more than a stolen hash of this cost is tried for. */
const GUESSES = 10;
/** Judging takes longer than in proportion to the length; what these do not make strong, the rest is not counted on to. */
const JUDGED_CHARACTERS = 64;

const WEAKNESSES = ['guessable', 'ownWords'] as const;
/** `ownWords`: it is made of what everybody knows about the account. */
export type Weakness = (typeof WEAKNESSES)[number];

interface Chosen {
  readonly password: string;
  /** What is known of the account: its user name, the person's name, the agency's. */
  readonly own: readonly string[];
}

/** Known of every account. */
const HOUSE_WORDS = ['rakerda', 'spbe', 'diskominfo', 'kominfo', 'pemdi', 'penilaian', 'administrator'];

/** Why the password is refused; null where it is good. The lists are read at the first call and kept. */
export async function findWeakness({ password, own }: Chosen): Promise<Weakness | null> {
  const estimator = await (estimators ??= readLists());
  const judged = password.normalize('NFKC').slice(0, JUDGED_CHARACTERS);
  const { guessesLog10, sequence } = estimator.check(judged, wordsOf([...own, ...HOUSE_WORDS]));
  if (guessesLog10 >= GUESSES) return null;
  const isOwn = sequence.some((match) => 'dictionaryName' in match && match.dictionaryName === 'userInputs');
  return isOwn ? 'ownWords' : 'guessable';
}

/** The same outside of the thread that answers requests: a hostile password takes a third of a second. */
export const passwordStrengthJob: Job<Chosen, Weakness | null> = {
  name: 'accounts.passwordStrength',
  output: z.enum(WEAKNESSES).nullable(),
  work: findWeakness,
};

let estimators: ReturnType<typeof readLists> | undefined;

async function readLists() {
  const [{ ZxcvbnFactory }, common, indonesian] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-id'),
  ]);
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...indonesian.dictionary },
    graphs: common.adjacencyGraphs,
  });
}

/** Each as it is, without what separates its words, and word by word: `operator.6301`, `operator6301`, `operator`, `6301`. */
function wordsOf(texts: readonly string[]): string[] {
  const words = texts.flatMap((text) => {
    const parts = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
    return [text.toLowerCase(), parts.join(''), ...parts];
  });
  return [...new Set(words)].filter((word) => word.length >= 3);
}
