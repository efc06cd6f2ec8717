// Exercises the endpoint with the reference client of graphql-transport-ws.
import assert from 'node:assert/strict';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const url = process.argv[2].replace(/^http/, 'ws');
const events = [];
const client = createClient({
  url,
  webSocketImpl: WebSocket,
  retryAttempts: 0,
  lazy: false,
  keepAlive: 300,
  connectionParams: { authorization: 'Bearer none' },
  on: { connected: () => events.push('connected'), pong: () => events.push('pong'), closed: (e) => events.push(`closed ${e.code}`) },
});

const collect = async (payload) => {
  const results = [];
  for await (const result of client.iterate(payload)) results.push(result);
  return results;
};

// A query, a mutation and a subscription, at once over one connection.
const [query, mutation, counted] = await Promise.all([
  collect({ query: 'query($n: String) { hello(name: $n) }', variables: { n: 'ws' } }),
  collect({ query: 'mutation { increment }' }),
  collect({ query: 'subscription { count(to: 50) }' }),
]);
assert.deepEqual(query, [{ data: { hello: 'Olá, ws!' } }]);
assert.equal(typeof mutation[0].data.increment, 'number');
assert.deepEqual(counted.map((r) => r.data.count), Array.from({ length: 50 }, (_, i) => i + 1));

// An error inside an event does not end the stream.
const failing = await collect({ query: 'subscription { count(to: 3, failAt: 2) }' });
assert.equal(failing.length, 3);
assert.equal(failing[1].errors[0].extensions.code, 'HC0051');
assert.deepEqual(failing[2], { data: { count: 3 } });

// Errors before execution end the operation, not the connection.
for (const bad of ['{ nope }', '{', 'subscription { count hello }', 'subscription { broken }']) {
  await assert.rejects(collect({ query: bad }), (errors) => Array.isArray(errors) && typeof errors[0].message === 'string', bad);
}

// Leaving a subscription early ends it, and its id is free again.
for (let i = 0; i < 20; i++) {
  for await (const _ of client.iterate({ query: 'subscription { count(to: 5) }' })) break;
}

// Whoever started this has the patience; without an answer to a ping it waits for ever.
while (!events.includes('pong')) await new Promise((resolve) => setTimeout(resolve, 50));
assert.equal(events[0], 'connected');
await client.dispose();
console.log(events.join(', '));
