import type { Page, Route } from '@playwright/test';

/** Makes the service answer everything but who is reading with an error. */
export async function failing(page: Page): Promise<void> {
  await answering(page, (route) =>
    route.fulfill({ json: { errors: [{ message: 'The request took too long.', extensions: { code: 'HC0045' } }] } }),
  );
}

/** Takes the rows out of every answer of the service. */
export async function empty(page: Page): Promise<void> {
  await answering(page, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: withoutRows(await response.json()) });
  });
}

async function answering(page: Page, answer: (route: Route) => Promise<void>): Promise<void> {
  await page.route('**/graphql', async (route) => {
    const { operationName } = (route.request().postDataJSON() ?? {}) as { operationName?: string };
    await (operationName === undefined || operationName === 'CurrentViewer' ? route.continue() : answer(route));
  });
}

function withoutRows(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withoutRows);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, name === 'nodes' ? [] : name === 'totalCount' ? 0 : withoutRows(inner)]),
  );
}
