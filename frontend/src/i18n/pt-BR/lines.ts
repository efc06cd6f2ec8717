/** Purchase lines, wherever they are shown. */
export const lines = {
  requestedOn: 'Solicitada em',
  orderedOn: 'Comprada em',
  days: 'Dias',
  daysHint: 'Dias corridos da solicitação à compra; vazio em compras retroativas ou ainda não feitas.',
  quantity: 'Quantidade',
  part: 'Peça',
  site: 'Local',
  realignedSite: 'Local realinhado',
  supplier: 'Fornecedor',
  request: 'Solicitação',
  flags: 'Marcas',
  retroactive: 'Retroativa',
} as const;
