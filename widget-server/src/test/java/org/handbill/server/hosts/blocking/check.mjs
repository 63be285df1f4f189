/**
 * Asks a content blocker's engine, with real lists, about addresses and markup.
 * Reads {lists: folder, requests: [[address, kind]], classes, ids, links} from standard input, and
 * writes {rules, blocked: [address and rule], styles: the rules that hide elements everywhere}.
 */
import {readFileSync, readdirSync} from "node:fs";
import {FiltersEngine, Request} from "@ghostery/adblocker";

const {lists, requests, classes, ids, links} = JSON.parse(readFileSync(0, "utf8"));
// General advertising and tracking lists, and those against social buttons, pop-ups and widgets.
const wanted = [2, 3, 4, 18, 19, 20, 21, 22];
const text = wanted
  .map((list) => readFileSync(`${lists}/ruleset_${list}/ruleset_${list}.json`, "utf8"))
  .map((json) => JSON.parse(json)[0].metadata.rawFilterList)
  .join("\n");
const engine = FiltersEngine.parse(text);
const blocked = requests
  .map(([url, type]) => [url, engine.match(Request.fromRawDetails({url, type, sourceUrl: "https://lakeside.example/"}))])
  .filter(([, found]) => found.match || found.redirect)
  .map(([url, found]) => `${url}: ${found.filter}`);
const hidden = engine.getCosmeticsFilters({
  url: "https://lakeside.example/",
  hostname: "lakeside.example",
  domain: "lakeside.example",
  classes,
  ids,
  hrefs: links,
  getBaseRules: true,
  getRulesFromDOM: true,
});
console.log(JSON.stringify({rules: text.split("\n").length, blocked, styles: hidden.styles}));
