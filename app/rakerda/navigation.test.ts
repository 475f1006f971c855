import { describe, expect, it } from 'vitest';
import { RAKERDA_PAGES, type RakerdaPage } from '~/paths';
import { STAGES } from '~/policy';
import { groupsOf, hallStep, hallStepPath } from './navigation';

const OPERATOR: readonly RakerdaPage[] = ['overview', 'agenda', 'table', 'follow', 'votes', 'commitments'];
const LIAISON: readonly RakerdaPage[] = ['overview', 'agenda', 'table', 'monitor', 'follow', 'minutes'];

describe('the groups of the navigation', () => {
  it('hold every page once', () => {
    const pages = groupsOf(RAKERDA_PAGES).flatMap((group) => group.pages);
    expect(pages).toEqual(RAKERDA_PAGES);
    expect(new Set(pages).size).toBe(pages.length);
  });

  it('leave out what may not be opened, and a group of which nothing is left', () => {
    expect(groupsOf(['overview', 'votes'])).toEqual([
      { name: 'rakerda', pages: ['overview'] },
      { name: 'plenary', pages: ['votes'] },
    ]);
  });
});

describe('the next step', () => {
  it('is another one for whoever leads, fills in, or reads along', () => {
    const during = [RAKERDA_PAGES, OPERATOR, LIAISON].map((may) =>
      STAGES.map((state) => hallStep(state, may)),
    );
    expect(during).toEqual([
      ['open', 'toPlenary', 'makeMinutes', 'followUp', null],
      ['readAgenda', 'fill', 'follow', 'report', null],
      ['readAgenda', 'watch', 'follow', 'readMinutes', null],
    ]);
  });

  it('is taken on a page of the Rakerda, or on the start page', () => {
    expect(hallStepPath('r', 'toPlenary')).toBe('/rakerda/r#tahap');
    expect(hallStepPath('r', 'fill')).toBe('/');
    expect(hallStepPath('r', 'makeMinutes')).toBe('/rakerda/r/berita-acara');
  });
});
