// Reads a list in the forms that machines get, at ADDRESS, and prints what each validator says.
import { writeFileSync } from "node:fs";
import { parseFeed } from "@rowanmanning/feed-parser";
import { parse } from "csv-parse/sync";
import structured from "structured-data-testing-tool";
import ts from "typescript";

const address = process.argv[2];
const get = async (ending) => (await fetch(address + ending)).text();

/** What the compiler says of a feed where the types of JSON Feed 1.1 are expected. */
const typed = (feed) => {
  const types = `import type Feed from "@json-feed-types/1_1";
type Own = { _handbill: any };
export const feed: Feed<{ feed: Own; item: Own }> = `;
  writeFileSync("feed.ts", types + feed);
  const options = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  return ts
    .getPreEmitDiagnostics(ts.createProgram(["feed.ts"], options))
    .map((found) => ts.flattenDiagnosticMessageText(found.messageText, "\n"));
};

const atom = parseFeed(await get(".atom"));
const page = await structured.structuredDataTest(await get(""), { schemas: ["ItemList"] });

console.log(
  JSON.stringify({
    atom: {
      language: atom.language,
      self: atom.self,
      authors: atom.authors.map((author) => author.name),
      items: atom.items.map((item) => ({ id: item.id, title: item.title, url: item.url, updated: item.updated })),
    },
    jsonFeed: typed(await get(".feed.json")),
    csv: parse(await get(".csv"), { columns: true, record_delimiter: "\r\n" }),
    itemList: { passed: page.passed.length, failed: page.failed, warnings: page.warnings },
  }),
);
