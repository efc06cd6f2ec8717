// Runs the audits of GraphQL over HTTP against a live server and prints one line for each that did not pass.
import { serverAudits } from 'graphql-http';

const [url] = process.argv.slice(2);
const counts = { ok: 0, notice: 0, warn: 0, error: 0 };
for (const audit of serverAudits({ url })) {
  const result = await audit.fn();
  counts[result.status] += 1;
  if (result.status !== 'ok') {
    console.log(`${result.status} ${result.id} ${result.name}: ${result.reason}`);
  }
}

console.log(JSON.stringify(counts));
process.exitCode = counts.error + counts.warn > 0 ? 1 : 0;
