// Draws Block Kit blocks as HTML, to be looked at.
//   node draw-blocks.mjs blocks.json
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { createElement } = require("react");
const { renderToStaticMarkup } = require("react-dom/server");
const { Message } = require("slack-blocks-to-jsx");

const blocks = JSON.parse(readFileSync(process.argv[2], "utf8"));
process.stdout.write(renderToStaticMarkup(createElement(Message, {
  blocks, name: "Service Culture", time: new Date(0), logo: "data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 9 9%22%3E%3Crect width=%229%22 height=%229%22 fill=%22%23357%22/%3E%3C/svg%3E",
})));
