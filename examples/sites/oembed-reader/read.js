// Prints what two readers, each with a way of its own, make of an address: the card that a chat or a news feed would
// show of it, and the embed that a website would put in its place.
import {extract} from "@extractus/oembed-extractor";
import {unfurl} from "unfurl.js";

const address = process.argv[2] ?? "http://localhost:8080/w/give?lang=en";
const room = Number(process.argv[3] ?? 500); // CSS pixels

const {title, description, open_graph, twitter_card, oEmbed} = await unfurl(address);
const embed = await extract(address, {maxwidth: room});
console.log(JSON.stringify({card: {title, description, open_graph, twitter_card, oEmbed}, embed}, null, 2));
