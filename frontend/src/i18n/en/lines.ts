import type { Texts } from '../messages';
import type { lines as source } from '../pt-BR/lines';

/** Purchase lines, wherever they are shown. */
export const lines: Texts<typeof source> = {
  requestedOn: 'Requested on',
  orderedOn: 'Ordered on',
  days: 'Days',
  daysHint: 'Calendar days from request to order; empty for retroactive orders and those not placed yet.',
  quantity: 'Quantity',
  part: 'Part',
  site: 'Site',
  realignedSite: 'Realigned site',
  supplier: 'Supplier',
  request: 'Request',
  flags: 'Flags',
  retroactive: 'Retroactive',
};
