// Type-checks the Slack manifest against Slack's own types: field names, event names and scope names.
//   node validate-slack-manifest.mjs [another-manifest.json]
// Exits with 1 and the compiler's words when the manifest is refused, or when a copy of ours, broken on purpose, is let pass.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const path = process.argv[2] ?? join(here, "../../manifests/slack/manifest.json");
const manifest = JSON.parse(readFileSync(path, "utf8"));

// Inside node_modules, so that the types are found and nothing is left in the tree if this is interrupted.
const folder = mkdtempSync(join(here, "node_modules", ".slack-manifest-"));

/** The compiler's complaints about each candidate, by its name; one run for all of them. */
function complaintsAbout(candidates) {
  const names = Object.keys(candidates);
  names.forEach((name, i) => writeFileSync(
    join(folder, `candidate-${i}.ts`),
    // `satisfies` on a literal refuses unknown names; a plain import of the JSON would have widened every name to string.
    `import type { AppsManifestCreateArguments } from "@slack/web-api";\n` +
    `type Known<T> = { [K in keyof T as string extends K ? never : number extends K ? never : K]: T[K] };\n` +
    `export const manifest = ${JSON.stringify(candidates[name], null, 2)} satisfies Known<AppsManifestCreateArguments["manifest"]>;\n`));
  const tsc = join(here, "node_modules", "typescript", "bin", "tsc");
  const options = ["--noEmit", "--strict", "--skipLibCheck", "--ignoreConfig",
    "--module", "nodenext", "--moduleResolution", "nodenext", "--target", "es2022", "--pretty", "false"];
  const run = spawnSync(process.execPath, [tsc, ...options, ...names.map((_, i) => `candidate-${i}.ts`)], { cwd: folder, encoding: "utf8" });
  if (run.error) throw run.error;
  const lines = (run.stdout + run.stderr).split("\n").filter(Boolean);
  const unplaced = lines.filter(line => !/^(candidate-\d+\.ts\(| )/.test(line));
  if (unplaced.length > 0) throw new Error(unplaced.join("\n"));
  return Object.fromEntries(names.map((name, i) => [name, lines.filter(line => line.startsWith(`candidate-${i}.ts(`))]));
}

const broken = {
  "an event that does not exist": m => { m.settings.event_subscriptions.bot_events.push("kudos_given"); },
  "a scope that does not exist": m => { m.oauth_config.scopes.bot.push("chat:write:all"); },
  "a shortcut of an unknown type": m => { m.features.shortcuts[0].type = "channel"; },
  "a command without a description": m => { delete m.features.slash_commands[0].description; },
  "a field with a typing error": m => { m.settings.socket_mode_enable = false; },
};

try {
  const candidates = { ours: manifest };
  if (!process.argv[2])
    for (const [name, spoil] of Object.entries(broken)) spoil(candidates[name] = structuredClone(manifest));
  const { ours: faults, ...refused } = complaintsAbout(candidates);
  for (const [name, complaints] of Object.entries(refused))
    if (complaints.length === 0) faults.push(`the check let pass: ${name}`);
  for (const fault of faults) console.error(fault);
  console.log(faults.length === 0
    ? `The Slack manifest fits Slack's types.${process.argv[2] ? "" : ` ${Object.keys(broken).length} broken copies were refused.`}`
    : `The Slack manifest has ${faults.length} fault(s).`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
