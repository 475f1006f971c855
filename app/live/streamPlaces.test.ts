import { expect, it, vi } from 'vitest';
import { createStreamPlaces } from './streamPlaces.server';

const BOUNDS = { ofOwner: 2, ofShared: 3, ofAddress: 4, all: 6 };
const owner = (name: string, address = '10.0.0.1', isShared = false) => ({ name, address, isShared });

it.each([
  ['one owner', 2, () => owner('rina')],
  ['one owner from many addresses', 2, (index: number) => owner('rina', `10.0.0.${index}`)],
  ['a shared account', 3, () => owner('demo', '10.0.0.1', true)],
  ['one address', 4, (index: number) => owner(`orang-${index}`)],
  ['everybody', 6, (index: number) => owner(`orang-${index}`, `10.0.0.${index}`)],
])('%s has so many places and no more: %i', (_who, most, who) => {
  const places = createStreamPlaces(BOUNDS);
  const taken = Array.from({ length: 10 }, (_, index) => places.take(who(index)));
  expect(taken.filter((place) => place !== null)).toHaveLength(most);
  expect(taken.slice(0, most)).not.toContain(null);
});

it('a place that is given back, once or twice, is one place for the next', () => {
  const places = createStreamPlaces(BOUNDS);
  const first = places.take(owner('rina'));
  places.take(owner('rina'));
  expect(places.take(owner('rina'))).toBeNull();
  first?.leave();
  first?.leave();
  expect(places.take(owner('rina'))).not.toBeNull();
  expect(places.take(owner('rina'))).toBeNull();
});

it('what others hold leaves room for an owner', () => {
  const places = createStreamPlaces(BOUNDS);
  for (let index = 0; index < 4; index += 1) places.take(owner(`orang-${index}`));
  expect(places.take(owner('rina'))).toBeNull();
  expect(places.take(owner('rina', '10.0.0.2'))).not.toBeNull();
});

it('every open stream of the named owner, and of nobody else, is asked to look again', () => {
  const places = createStreamPlaces(BOUNDS);
  const asked = vi.fn<(who: string) => void>();
  const take = (name: string) => {
    const place = places.take(owner(name));
    place?.onLookAgain(() => asked(name));
    return place;
  };
  take('rina');
  const left = take('rina');
  take('budi');
  left?.leave();
  places.lookAgain('rina');
  expect(asked.mock.calls).toEqual([['rina']]);
});
