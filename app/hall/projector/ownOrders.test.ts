import { expect, it } from 'vitest';
import { NO_ORDERS, ownVersionFor, withOrder } from './ownOrders';

function order(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

const scene = order({ kind: 'scene', scene: 'road' });
const next = (seen: number) => order({ kind: 'focus', to: 'next', seen: String(seen) });
const page = (seen: number) => order({ kind: 'page', to: 'next', seen: String(seen) });

it('lets an order follow another of the same remote that was still on its way', () => {
  const own = withOrder(NO_ORDERS, scene, 5);
  expect(ownVersionFor(own, next(4))).toBe(5);
  // It may also be the third in a row.
  expect(ownVersionFor(withOrder(own, next(4), 6), page(4))).toBe(6);
});

it('leaves an order alone that knows the newest version, or that names none', () => {
  const own = withOrder(NO_ORDERS, scene, 5);
  expect(ownVersionFor(own, next(5))).toBeNull();
  expect(ownVersionFor(own, order({ kind: 'blank' }))).toBeNull();
  expect(ownVersionFor(NO_ORDERS, next(0))).toBeNull();
});

it('does not take a second tap on the same button for a second order', () => {
  expect(ownVersionFor(withOrder(NO_ORDERS, next(4), 5), next(4))).toBeNull();
});

it('does not pass over what somebody else changed in between', () => {
  const own = withOrder(NO_ORDERS, scene, 5);
  expect(ownVersionFor(own, next(3))).toBeNull();
  // Another remote made version 6.
  const later = withOrder(own, page(6), 7);
  expect(ownVersionFor(later, next(5))).toBeNull();
  expect(ownVersionFor(later, next(6))).toBe(7);
});

it('goes on where an order changed nothing', () => {
  expect(ownVersionFor(withOrder(withOrder(NO_ORDERS, scene, 5), scene, 5), next(4))).toBe(5);
});
