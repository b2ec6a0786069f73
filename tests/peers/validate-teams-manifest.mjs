// Validates the Teams manifest against Microsoft's own schema, offline.
//   node validate-teams-manifest.mjs [another-manifest.json]
// Exits with 1 and one line a fault when the manifest is refused, or when a
// copy of ours, broken on purpose, is let pass.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const Ajv = require("ajv-draft-04");
const schema = require("@microsoft/app-manifest/build/json-schemas/teams/v1.30/MicrosoftTeams.schema.json");

const path = process.argv[2] ?? fileURLToPath(new URL("../../manifests/teams/manifest.json", import.meta.url));
const manifest = JSON.parse(readFileSync(path, "utf8"));

// Not strict: the schema says draft-04 and uses `const`, a later keyword, which is honoured all the same.
const ajv = new Ajv({ strict: false, allErrors: true, formats: { uri: text => URL.canParse(text) } });
const validate = ajv.compile(schema);

const faultsOf = candidate =>
  validate(candidate) ? [] : validate.errors.map(e => `${e.instancePath || "/"} ${e.message} ${JSON.stringify(e.params)}`);

const broken = {
  "another schema version": m => { m.manifestVersion = "1.29"; },
  "no accent colour": m => { delete m.accentColor; },
  "an accent colour that is a name": m => { m.accentColor = "teal"; },
  "a bot id that is no GUID": m => { m.bots[0].botId = "the-bot"; },
  "a short name of 31 characters": m => { m.name.short = "x".repeat(31); },
  "a scope that does not exist": m => { m.bots[0].scopes.push("groupchat"); },
  "a command without a title": m => { delete m.bots[0].commandLists[0].commands[0].title; },
  "an action title of 33 characters": m => { m.composeExtensions[0].commands[0].title = "x".repeat(33); },
  "an unknown property": m => { m.colour = "#000000"; },
  "a schema address that is none": m => { m.$schema = "not an address"; },
};

const faults = faultsOf(manifest);
const selfCheck = !process.argv[2];
if (selfCheck && faults.length === 0)
  for (const [name, spoil] of Object.entries(broken)) {
    const copy = structuredClone(manifest);
    spoil(copy);
    if (faultsOf(copy).length === 0) faults.push(`the check let pass: ${name}`);
  }

for (const fault of faults) console.error(fault);
console.log(faults.length === 0
  ? `The Teams manifest fits schema v1.30.${selfCheck ? ` ${Object.keys(broken).length} broken copies were refused.` : ""}`
  : `The Teams manifest has ${faults.length} fault(s).`);
process.exitCode = faults.length === 0 ? 0 : 1;
