// Holds every object of the given files against the schema of its kind. Says what does not fit and ends with 1; 2 when there was nothing to hold.
import { readFile } from 'node:fs/promises';
import { parseAllDocuments } from 'yaml';

let objects = 0;
let faults = 0;
for (const file of process.argv.slice(2)) {
  for (const document of parseAllDocuments(await readFile(file, 'utf8'))) {
    const fault = await faultOf(document);
    objects += 1;
    if (fault) {
      faults += 1;
      console.log(`${file}: ${fault}`);
    }
  }
}
console.log(`${objects} objects, ${faults} faults`);
process.exitCode = objects === 0 ? 2 : faults === 0 ? 0 : 1;

async function faultOf(document) {
  if (document.errors.length > 0) {
    return document.errors[0].message;
  }
  const object = document.toJS();
  try {
    const { [object.kind]: Model } = await import(`kubernetes-models/${object.apiVersion}/${object.kind}`);
    new Model(object).validate();
    return undefined;
  } catch (error) {
    return error.message;
  }
}
