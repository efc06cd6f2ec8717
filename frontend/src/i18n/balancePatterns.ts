import type { Pattern } from './saidPatterns';

/** The checks that no row and no quantity is lost or made on the way, and what they counted. */
export const balancePatterns: readonly Pattern[] = [
  ['rowsKept', /^rows_in_equal_rows_out$/],
  ['quantityKept', /^quantity_in_equals_quantity_out$/],
  ['goldRows', /^gold_rows_equal_silver_rows$/],
  ['demandQuantity', /^quantity_equals_purchase_lines$/],
  ['balanceRows', /^(?<came>[-+.e\d]+) in, (?<kept>[-+.e\d]+) kept, (?<aside>[-+.e\d]+) quarantined, (?<left>[-+.e\d]+) left out$/],
  ['balanceQuantity', /^(?<came>[-+.e\d]+) in, (?<kept>[-+.e\d]+) kept, (?<aside>[-+.e\d]+) quarantined$/],
  ['balanceGold', /^(?<came>[-+.e\d]+) in silver, (?<kept>[-+.e\d]+) in gold$/],
  ['balanceDemand', /^(?<came>[-+.e\d]+) in lines, (?<kept>[-+.e\d]+) in demand$/],
];
