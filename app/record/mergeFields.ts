/**
 * Two people change one thing: each field for itself. What a person left as they saw it stays as it stands now, what they
 * changed is written, and a field that both made something else of is theirs to decide. Docs: decisions/0066.
 */
export interface Merged<Facts> {
  readonly after: Facts;
  /** Fields that both changed, each to something else. */
  readonly moved: readonly string[];
}

/**
 * @param seen what the person's form was shown with
 * @param typed what they sent
 * @param now what stands there
 */
export function mergeFields<Facts extends object>(
  seen: Readonly<Record<string, unknown>>,
  typed: Facts,
  now: Facts,
): Merged<Facts> {
  const standing = new Map<string, unknown>(Object.entries(now));
  const kept: Record<string, unknown> = {};
  const moved: string[] = [];
  for (const [field, value] of Object.entries(typed)) {
    const [before, stands] = [seen[field], standing.get(field)];
    if (isSame(value, before)) kept[field] = stands;
    else if (!isSame(stands, before) && !isSame(stands, value)) moved.push(field);
  }
  return { after: { ...typed, ...kept }, moved };
}

/** Facts as they were before some changes, the newest change first. */
export function before(
  now: object,
  changes: readonly Readonly<Record<string, readonly [unknown, unknown]>>[],
): Readonly<Record<string, unknown>> {
  return changes.reduce<Record<string, unknown>>(
    (facts, change) => ({
      ...facts,
      ...Object.fromEntries(Object.entries(change).map(([field, [was]]) => [field, was])),
    }),
    { ...now },
  );
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
