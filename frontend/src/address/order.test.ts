import { describe, expect, it } from 'vitest';
import { orderInput, readOrder, writeOrder } from './order';

const sortable = ['name', 'performance.lines'];

describe('order', () => {
  it('survives an address', () => {
    for (const order of [
      { path: 'performance.lines', descending: true },
      { path: 'name', descending: false },
    ]) {
      expect(readOrder(writeOrder(order), sortable)).toEqual(order);
    }
  });

  it.each([null, '', '-', 'password', '-performance', 'name; drop'])('is not read from %j', (text) => {
    expect(readOrder(text, sortable)).toBeUndefined();
  });

  it('becomes the nested input of the service', () => {
    expect(orderInput({ path: 'performance.lines', descending: true })).toEqual([{ performance: { lines: 'DESC' } }]);
    expect(orderInput({ path: 'name', descending: false })).toEqual([{ name: 'ASC' }]);
  });
});
