// Exercises the endpoint with the reference client of graphql-sse, in distinct connections mode.
import assert from 'node:assert/strict';
import { createClient } from 'graphql-sse';

const client = createClient({ url: process.argv[2], retryAttempts: 0 });
const collect = async (payload) => {
  const results = [];
  for await (const result of client.iterate(payload)) results.push(result);
  return results;
};

assert.deepEqual(await collect({ query: '{ hello }' }), [{ data: { hello: 'Olá, mundo!' } }]);
const counted = await collect({ query: 'subscription { count(to: 50) }' });
assert.deepEqual(counted.map((r) => r.data.count), Array.from({ length: 50 }, (_, i) => i + 1));

const failing = await collect({ query: 'subscription { count(to: 3, failAt: 2) }' });
assert.equal(failing[1].errors[0].extensions.code, 'HC0051');
assert.equal(failing.length, 3);

for (let i = 0; i < 20; i++) {
  for await (const _ of client.iterate({ query: 'subscription { count(to: 5) }' })) break;
}

client.dispose();
console.log('ok');
