import type { Host } from './host';

/** Every page of the dashboard, as it is reached first. */
export const pages = [
  '/',
  '/parts',
  '/suppliers',
  '/sites',
  '/economy',
  '/forecasts?synthetic=1',
  '/quality',
  '/quality?view=quarantine',
  '/quality?view=checks',
  '/pipeline',
  '/sign-in',
] as const;

/** The pages of one part, one supplier and one site of the sample. */
export async function detailPages(host: Host): Promise<readonly string[]> {
  const { parts, suppliers, sites } = await host.ask<{
    parts: { nodes: readonly { partCode: string }[] };
    suppliers: { nodes: readonly { supplierKey: string }[] };
    sites: { nodes: readonly { siteCode: string }[] };
  }>(`{
    parts(first: 1, order: { partCode: ASC }, where: { isService: { eq: false } }) { nodes { partCode } }
    suppliers(first: 1, order: { supplierKey: ASC }) { nodes { supplierKey } }
    sites(first: 1, where: { purchaseLines: { any: true } }) { nodes { siteCode } }
  }`);
  return [
    ...parts.nodes.map(({ partCode }) => `/parts/${encodeURIComponent(partCode)}`),
    ...suppliers.nodes.map(({ supplierKey }) => `/suppliers/${encodeURIComponent(supplierKey)}`),
    ...sites.nodes.map(({ siteCode }) => `/sites/${encodeURIComponent(siteCode)}`),
  ];
}
