/** How long the reason of a step may be, and what is said against it: apart from the schema, which no page carries. */
export const STEP_NOTE_MAX = 1000;

export const NOTE_ERRORS = ['noteMissing', 'noteTooLong'] as const;
export type StepErrorKey = (typeof NOTE_ERRORS)[number] | 'confirmNeeded';
