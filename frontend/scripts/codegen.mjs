// Makes typed documents from the .graphql files beside the pages, and the list of operations that the service trusts.
// Does nothing when neither the schema nor a document has changed since the last time.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(import.meta.url), '../..');
process.chdir(root);

const STAMP = 'node_modules/.codegen.stamp';
const SCHEMA_TYPES = 'src/api/schema.generated.ts';
const HASHES = 'src/api/operations.generated.ts';
const MANIFEST = 'public/operations.json';

const scalars = { Decimal: 'number', Long: 'number', LocalDate: 'string', DateTime: 'string' };

const sources = ['schema.graphql', 'scripts/codegen.mjs', 'package-lock.json', ...filesBelow('src', '.graphql')];
const stamp = sha256(sources.map((file) => `${file}\n${readFileSync(file, 'utf8')}`).join('\n'));
const made = [SCHEMA_TYPES, HASHES, MANIFEST, ...filesBelow('src', '.graphql').map((file) => file.replace(/\.graphql$/, '.generated.ts'))];
if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp && made.every((file) => existsSync(file))) {
  process.exit(0);
}

await writeTypes();
await writeOperations();
// The generator answers 0 even when a part of it fails.
const missing = made.filter((file) => !existsSync(file));
if (missing.length > 0) {
  console.error(`codegen: not made: ${missing.join(', ')}`);
  process.exit(1);
}
writeFileSync(STAMP, stamp);

async function writeTypes() {
  const { generate } = await import('@graphql-codegen/cli');
  const shared = {
    scalars,
    defaultScalarType: 'unknown',
    enumType: 'string-literal',
    enumsAsTypes: true,
    useTypeImports: true,
    immutableTypes: true,
  };
  await generate(
    {
      schema: 'schema.graphql',
      documents: 'src/**/*.graphql',
      silent: true,
      generates: {
        [SCHEMA_TYPES]: {
          plugins: ['typescript'],
          config: { ...shared, onlyOperationTypes: true, inputMaybeValue: 'T | null | undefined' },
        },
        src: {
          preset: 'near-operation-file',
          presetConfig: { baseTypesPath: 'api/schema.generated.ts', extension: '.generated.ts', importTypesNamespace: 'Gold' },
          plugins: ['typescript-operations', 'typed-document-node'],
          config: { ...shared, importSchemaTypesFrom: resolve(SCHEMA_TYPES), namespacedImportName: 'Gold' },
        },
      },
    },
    true,
  );
}

// The hash must be that of the very text the client sends, so the client's own formatting is applied here.
async function writeOperations() {
  const { formatDocument, stringifyDocument } = await import('@urql/core');
  const { parse, Kind } = await import('graphql');
  const definitions = filesBelow('src', '.graphql').flatMap((file) => parse(readFileSync(file, 'utf8'), { noLocation: true }).definitions);
  const fragments = new Map(definitions.filter((it) => it.kind === Kind.FRAGMENT_DEFINITION).map((it) => [it.name.value, it]));
  const texts = {};
  const hashes = {};
  for (const operation of definitions.filter((it) => it.kind === Kind.OPERATION_DEFINITION)) {
    const document = { kind: Kind.DOCUMENT, definitions: [operation, ...usedFragments(operation, fragments)] };
    const text = stringifyDocument(formatDocument(document));
    const hash = sha256(text);
    if (hashes[operation.name.value]) {
      throw new Error(`Two operations are called ${operation.name.value}.`);
    }
    hashes[operation.name.value] = hash;
    texts[hash] = text;
  }
  writeManifest(`${JSON.stringify(texts, null, 2)}\n`);
  writeFileSync(
    HASHES,
    `/** SHA-256 of the text of every operation, by its name. */\nexport const operationHashes: Readonly<Record<string, string>> = ${JSON.stringify(hashes, null, 2)};\n`,
  );
}

// The service is built with the list and trusts what is in it, so it is reviewed and committed like code.
function writeManifest(manifest) {
  if (process.env.CI && existsSync(MANIFEST) && readFileSync(MANIFEST, 'utf8') !== manifest) {
    throw new Error(`frontend/${MANIFEST} is not what the pages ask. Write it anew and commit it: npm --prefix frontend run codegen`);
  }
  writeFileSync(MANIFEST, manifest);
}

function usedFragments(definition, fragments, seen = new Set()) {
  const used = [];
  for (const [, name] of JSON.stringify(definition).matchAll(/"kind":"FragmentSpread","name":\{"kind":"Name","value":"(\w+)"\}/g)) {
    if (!seen.has(name)) {
      seen.add(name);
      const fragment = fragments.get(name);
      used.push(fragment, ...usedFragments(fragment, fragments, seen));
    }
  }
  return used;
}

function filesBelow(folder, ending) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function sha256(text) {
  return createHash('sha256').update(text).digest('hex');
}
