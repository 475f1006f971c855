/** The one way a figure is divided and rounded: once, half up, to two decimals, from an exact fraction. */

/** An exact fraction and its published form. `hundredths` 259 is shown as 2,59. */
export type Figure = {
  readonly numerator: number;
  readonly denominator: number;
  /** 100 × numerator / denominator, rounded half up once. */
  readonly hundredths: number;
};

/**
 * 100 × numerator / denominator rounded half up (towards +∞ at the half) to an integer, without floating point
 * error as long as 200 × numerator stays a safe integer (any instrument the schema admits does).
 */
function toHundredths(numerator: number, denominator: number): number {
  const doubled = 200 * numerator + denominator;
  const divisor = 2 * denominator;
  const remainder = doubled % divisor;
  return (doubled - (remainder < 0 ? remainder + divisor : remainder)) / divisor;
}

/**
 * An exact fraction with its published form.
 * @param numerator integer; negative for a fall
 * @param denominator positive integer
 * @returns the fraction as given (not reduced) and its hundredths, rounded half up
 * @throws RangeError when either is not an integer, 200 × numerator is not safe, or denominator is not positive
 */
export function figure(numerator: number, denominator: number): Figure {
  const exact = Number.isInteger(numerator) && Number.isSafeInteger(200 * numerator);
  if (!exact || !Number.isSafeInteger(denominator) || denominator <= 0) {
    throw new RangeError(`${numerator}/${denominator} is not an exact fraction`);
  }
  return { numerator, denominator, hundredths: toHundredths(numerator, denominator) };
}
