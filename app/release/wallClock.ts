/** Spreadsheets know no time zones: a date cell shows the clock on the wall of the Rakerda. */

const HOUR = 3_600_000;

/**
 * Turns ISO 8601 UTC moments into dates whose UTC fields read as the local time of a zone. The offset is looked up
 * once per hour of the calendar, so that tens of thousands of cells stay cheap.
 */
export function wallClockOf(timeZone: string): (iso: string) => Date {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  });
  const offsets = new Map<number, number>();

  function offsetAt(time: number): number {
    const part = new Map(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
    const get = (type: Intl.DateTimeFormatPartTypes) => part.get(type) ?? 0;
    const local = Date.UTC(
      get('year'),
      get('month') - 1,
      get('day'),
      get('hour'),
      get('minute'),
      get('second'),
    );
    return local - Math.floor(time / 1000) * 1000;
  }

  return (iso) => {
    const time = Date.parse(iso);
    const hour = Math.floor(time / HOUR);
    let offset = offsets.get(hour);
    if (offset === undefined) {
      offset = offsetAt(time);
      offsets.set(hour, offset);
    }
    return new Date(time + offset);
  };
}
