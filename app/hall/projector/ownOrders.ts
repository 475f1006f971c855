import { textIn } from '~/text';

/**
 * What a remote itself has changed since it was drawn. Whoever presses "Jalan" and at once "Berikutnya" means the road's
 * next agency, although the second button still stands on the version before the first. A second tap on the same button
 * stays what it is: one order.
 */
export interface OwnOrders {
  /** Between these versions nobody else changed anything. */
  readonly from: number;
  readonly to: number;
  /** What the last one said. */
  readonly last: string;
}

export const NO_ORDERS: OwnOrders = { from: -1, to: -1, last: '' };

/** What an order says, and the version it names. */
function read(form: FormData): { readonly order: string; readonly seen: number } {
  const seen = textIn(form, 'seen');
  return {
    order: JSON.stringify([...form].filter(([name]) => name !== 'seen')),
    seen: seen === '' ? Number.NaN : Number(seen),
  };
}

/** @param version that the projector had after the order was done */
export function withOrder(own: OwnOrders, form: FormData, version: number): OwnOrders {
  const from = version - own.to <= 1 && own.to >= 0 ? own.from : version - 1;
  return { from, to: version, last: read(form).order };
}

/** The version that the order really stands on, where it differs from the one that it names; otherwise null. */
export function ownVersionFor(own: OwnOrders, form: FormData): number | null {
  const { order, seen } = read(form);
  return seen >= own.from && seen < own.to && order !== own.last ? own.to : null;
}
