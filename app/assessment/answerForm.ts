/**
 * What an answer is made of, as one schema for the browser's form, the action and every later way in. In zod's small
 * edition, because every page of the questionnaire carries it.
 */
import * as z from 'zod/mini';
import { type FieldErrors, type Fields, groupIn, isTicked, lineField, textField, textsIn } from '~/text';

export const LIMITS = {
  justification: 4000,
  note: 2000,
  personInCharge: 120,
  service: 120,
  caption: 200,
  url: 2000,
  evidence: 10,
};

/** Keys of `text.assessment.errors` in the catalogue. */
export const ANSWER_ERRORS = ['level', 'tooLong', 'url', 'urlMissing', 'tooMany'] as const;
export type AnswerErrorKey = (typeof ANSWER_ERRORS)[number];

const key = (name: AnswerErrorKey) => ({ error: name });

const line = (most: number) => lineField<AnswerErrorKey>({ most, tooLong: 'tooLong' });
const words = (most: number) => textField<AnswerErrorKey>({ most, tooLong: 'tooLong' });

/** People copy addresses without their beginning; the name of a file is none. */
const BARE_ADDRESS = /^[\w-]+(\.[\w-]+)+(:\d+)?([/?#].*)?$/;
const FILE_NAME = /^[^/]+\.(pdf|docx?|xlsx?|pptx?|jpe?g|png|zip|rar)$/i;
const address = z.pipe(
  line(LIMITS.url),
  z.transform((url: string) => (BARE_ADDRESS.test(url) && !FILE_NAME.test(url) ? `https://${url}` : url)),
);

const evidenceRow = z.object({ url: address, caption: line(LIMITS.caption) }).check(
  z.superRefine(({ url, caption }, context) => {
    const refuse = (message: AnswerErrorKey) => context.addIssue({ code: 'custom', path: ['url'], message });
    if (url === '') {
      if (caption !== '') refuse('urlMissing');
    } else if (!isWebAddress(url)) refuse('url');
  }),
);

/**
 * The schema of one answer.
 * @param level lowest and highest stored level that the instrument allows
 */
export function answerSchema(level: { readonly min: number; readonly max: number }) {
  return z.object({
    // A radio group: nothing chosen is '' in a posted form and null in the browser's.
    level: z.pipe(
      z.nullable(z.string()),
      z
        .transform((value: string | null) => (value === null || value === '' ? null : Number(value)))
        .check(
          z.refine(
            (value) =>
              value === null || (Number.isInteger(value) && value >= level.min && value <= level.max),
            key('level'),
          ),
        ),
    ),
    justification: words(LIMITS.justification),
    note: words(LIMITS.note),
    personInCharge: line(LIMITS.personInCharge),
    /** The service that the indicator is about, where the agency chooses it. */
    service: line(LIMITS.service),
    discuss: z.boolean(),
    evidence: z.pipe(
      z.array(evidenceRow).check(z.maxLength(LIMITS.evidence, key('tooMany'))),
      // Rows left empty are simply not there.
      z.transform((rows) => rows.filter((row) => row.url !== '')),
    ),
  });
}

/** As typed: what the browser's form holds. */
export type AnswerFormValues = z.input<ReturnType<typeof answerSchema>>;
/** As understood: what is stored. */
export type AnswerInput = z.output<ReturnType<typeof answerSchema>>;

/** Gathers the typed values of a posted form; nothing is judged here. */
export function readAnswerForm(form: Fields): AnswerFormValues {
  const rows = Object.keys(groupIn(form, 'evidence.'))
    .map((name) => /^(\d{1,2})\.url$/.exec(name)?.[1])
    .filter((row) => row !== undefined);
  return {
    ...textsIn(form, ['level', 'justification', 'note', 'personInCharge', 'service']),
    discuss: isTicked(form, 'discuss'),
    evidence: rows.map((row) => textsIn(form, ['url', 'caption'], `evidence.${row}.`)),
  };
}

/** With a row for the next link, as the form shows it. */
export function withEmptyRow(values: AnswerFormValues): AnswerFormValues {
  const last = values.evidence.map(({ url, caption }) => url !== '' || caption !== '').lastIndexOf(true);
  const filled = values.evidence.slice(0, last + 1);
  return { ...values, evidence: [...filled, { url: '', caption: '' }].slice(0, LIMITS.evidence) };
}

/** Field → catalogue key of its first problem; evidence rows are named `evidence.2.url`. */
export type AnswerErrors = FieldErrors<AnswerErrorKey>;

function isWebAddress(value: string): boolean {
  try {
    // Not `URL.canParse`: browsers of halls are older than it.
    const { protocol, hostname } = new URL(value);
    return (protocol === 'http:' || protocol === 'https:') && hostname.includes('.');
  } catch {
    return false;
  }
}
