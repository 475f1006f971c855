import { describe, expect, it } from 'vitest';
import { reportIn, reportQuery, type ScreenReport } from './screenReport';
import { ScreenReports } from './screenReports.server';

const HALL = 'rakerda';
const RADAR: ScreenReport = {
  id: 'layar-utama',
  scene: 'radar',
  page: 1,
  pages: 1,
  version: 4,
  face: 'shown',
};

function hall() {
  let now = Date.parse('2026-05-08T02:00:00Z');
  const reports = new ScreenReports(() => now);
  return {
    reports,
    after: (seconds: number) => {
      now += seconds * 1000;
    },
    states: () => reports.of(HALL).map(({ scene, state }) => `${scene}: ${state}`),
  };
}

describe('what the remote knows of the screens', () => {
  it('a screen shows what it says, since it first said so', () => {
    const { reports, after } = hall();
    expect(reports.of(HALL)).toEqual([]);
    reports.hear(HALL, RADAR, 4);
    after(4);
    reports.hear(HALL, RADAR, 4);
    expect(reports.of(HALL)).toEqual([
      { id: RADAR.id, scene: 'radar', page: 1, pages: 1, state: 'shown', since: '2026-05-08T02:00:00.000Z' },
    ]);
    after(4);
    reports.hear(HALL, { ...RADAR, scene: 'ranking', face: 'frozen' }, 4);
    expect(reports.of(HALL)).toMatchObject([
      { scene: 'ranking', state: 'frozen', since: '2026-05-08T02:00:08.000Z' },
    ]);
    expect(reports.of('another')).toEqual([]);
  });

  it('a screen that falls silent is lost well within 20 seconds, and forgotten later', () => {
    const { reports, after, states } = hall();
    reports.hear(HALL, RADAR, 4);
    after(10);
    expect(states()).toEqual(['radar: shown']);
    after(2);
    expect(states()).toEqual(['radar: lost']);
    reports.hear(HALL, RADAR, 4);
    expect(states()).toEqual(['radar: shown']);
    after(601);
    expect(states()).toEqual([]);
  });

  it('a screen that keeps an older decision is behind, after a moment to follow', () => {
    const { reports, after, states } = hall();
    reports.hear(HALL, RADAR, 5);
    expect(states()).toEqual(['radar: shown']);
    after(7);
    reports.hear(HALL, RADAR, 5);
    expect(states()).toEqual(['radar: behind']);
    reports.hear(HALL, { ...RADAR, version: 5 }, 5);
    expect(states()).toEqual(['radar: shown']);
  });

  it('a closed screen is gone at once; more than twenty are not kept', () => {
    const { reports, after, states } = hall();
    reports.hear(HALL, RADAR, 4);
    reports.leave(HALL, RADAR.id);
    expect(states()).toEqual([]);
    for (let no = 10; no < 40; no += 1) {
      after(0.1);
      reports.hear(HALL, { ...RADAR, id: `layar-no-${no}` }, 4);
    }
    expect(reports.of(HALL)).toHaveLength(20);
    expect(reports.of(HALL).at(-1)?.id).toBe('layar-no-39');
  });
});

it('a report survives its address, and anything else is no report', () => {
  expect(reportIn(new URLSearchParams(reportQuery(RADAR)))).toEqual(RADAR);
  expect(reportIn(new URLSearchParams())).toBeNull();
  const wrong = [{ id: '<b>' }, { page: -1 }, { version: Number.NaN }].map((part) => ({ ...RADAR, ...part }));
  for (const report of wrong) expect(reportIn(new URLSearchParams(reportQuery(report)))).toBeNull();
});
