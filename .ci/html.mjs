// What .ci/html runs: see there.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import puppeteer from "puppeteer-core";

const work = process.env.WORK;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const registry = "registry.terraform.io/";

// plan writes n resources of four operators in eight places.
function plan(n) {
  const kinds = [
    ["aws_s3_bucket", "hashicorp/aws", "aws", {}],
    ["aws_db_instance", "hashicorp/aws", "aws.virginia", {}],
    ["scaleway_rdb_instance", "scaleway/scaleway", "scaleway", { region: "fr-par" }],
    ["scaleway_object_bucket", "scaleway/scaleway", "scaleway", { region: "nl-ams" }],
    ["outscale_volume", "outscale/outscale", "outscale", { subregion_name: "cloudgouv-eu-west-1a" }],
    ["azurerm_storage_account", "hashicorp/azurerm", "azurerm", { location: "francecentral" }],
    ["azurerm_storage_account", "hashicorp/azurerm", "azurerm", { location: "germanywestcentral" }],
    ["google_storage_bucket", "hashicorp/google", "google", { location: "EUROPE-WEST9" }],
  ];
  const changes = [], written = [];
  for (let i = 0; i < n; i++) {
    const [type, source, key, after] = kinds[i % kinds.length];
    const base = { address: `${type}.r${i}`, mode: "managed", type, name: `r${i}` };
    changes.push({ ...base, provider_name: registry + source, change: { actions: ["create"], before: null, after, after_unknown: {}, before_sensitive: false, after_sensitive: {} } });
    written.push({ ...base, provider_config_key: key, schema_version: 0, expressions: Object.fromEntries(Object.entries(after).map(([k, v]) => [k, { constant_value: v }])) });
  }
  const provider = (name, source, more) => ({ name, full_name: registry + source, ...more });
  const region = (r) => ({ expressions: { region: { constant_value: r } } });
  return {
    format_version: "1.2", terraform_version: "1.11.4", resource_changes: changes, applyable: true, complete: true, errored: false,
    configuration: {
      provider_config: {
        aws: provider("aws", "hashicorp/aws", region("eu-west-3")), "aws.virginia": provider("aws", "hashicorp/aws", { alias: "virginia", ...region("us-east-1") }),
        scaleway: provider("scaleway", "scaleway/scaleway", {}), outscale: provider("outscale", "outscale/outscale", region("cloudgouv-eu-west-1")),
        azurerm: provider("azurerm", "hashicorp/azurerm", {}), google: provider("google", "hashicorp/google", {}),
      },
      root_module: { resources: written },
    },
  };
}

function report(name, input, ...flags) {
  const file = `${work}/${name}.html`;
  const run = spawnSync(`${work}/sovlint`, ["-q", "--as-of", "2026-11-23", ...flags, "-o", `html=${file}`, input], { encoding: "utf8" });
  assert.ok(run.status === 0 || run.status === 1, run.stderr);
  return file;
}

writeFileSync(`${work}/plan.json`, JSON.stringify(plan(5000)));
const hostile = plan(8);
for (const [i, name] of ["</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\u202eevil\u001b[2J", "x".repeat(10000)].entries()) {
  const key = JSON.stringify(name);
  hostile.resource_changes[i].address += `[${key}]`;
  hostile.resource_changes[i].index = name;
}
writeFileSync(`${work}/hostile.json`, JSON.stringify(hostile));
const files = [
  report("large", `${work}/plan.json`),
  report("hostile", `${work}/hostile.json`),
  report("portail", "testdata/plans/04-aws-portail-citoyen/plan.json"),
  report("map", "testdata/plans/04-aws-portail-citoyen/plan.json", "map"),
  report("french", "testdata/plans/04-aws-portail-citoyen/plan.json", "--lang", "fr"),
];

const browser = await puppeteer.launch({ executablePath: process.env.BROWSER, headless: true, args: ["--no-sandbox", "--disable-gpu"] });
let passed = 0;
const check = async (title, body) => {
  await body();
  passed++;
  console.log(`ok ${title}`);
};

async function open(file, features = []) {
  const page = await browser.newPage();
  page.said = [];
  page.cdp = await page.createCDPSession();
  await page.cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  page.on("console", (m) => page.said.push(`${m.type()}: ${m.text()}`));
  page.on("pageerror", (e) => page.said.push(`error: ${e.message}`));
  page.on("dialog", (d) => { page.said.push(`dialog: ${d.message()}`); d.dismiss(); });
  page.on("request", (r) => { if (r.url() !== `file://${file}`) page.said.push(`request: ${r.url()}`); });
  await page.setViewport({ width: 1200, height: 900 });
  await page.emulateMediaFeatures(features);
  await page.goto(`file://${file}`, { waitUntil: "load" });
  return page;
}

async function accessible(page, what) {
  await page.evaluate(axe);
  const result = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  assert.deepEqual(result.violations.map((v) => `${v.id}: ${v.help}: ${v.nodes[0].html.slice(0, 200)}`), [], what);
}

// ticks are the seconds of processor time that the page's script, style and
// layout have taken; a busy machine lengthens them little.
async function ticks(page) {
  const m = Object.fromEntries((await page.cdp.send("Performance.getMetrics")).metrics.map((x) => [x.name, x.value]));
  return m.ScriptDuration + m.LayoutDuration + m.RecalcStyleDuration;
}

const shown = (page) => page.$eval("#shown", (e) => e.textContent);
const first = (page) => page.$eval("#rows button", (e) => e.textContent);
const settled = (page) => page.evaluate(() => new Promise((done) => setTimeout(() => requestAnimationFrame(() => done()), 120)));

const large = await open(files[0]);
await check("5,000 resources: opened, searched, sorted, filtered, a row opened, made ready for paper in under 2 s of page time", async () => {
  assert.match(await shown(large), /^5000 of 5000 resources, the first 200 drawn$/);
  await large.type("#q", "fr-par");
  await settled(large);
  assert.match(await shown(large), /^625 of 5000/);
  await large.click("#filters button[type=reset]");
  await settled(large);
  assert.match(await shown(large), /^5000 of 5000/);
  await large.click("[data-sort=address]");
  assert.equal(await first(large), "aws_db_instance.r1");
  assert.equal(await large.$eval("[data-sort=address]", (e) => e.parentElement.getAttribute("aria-sort")), "ascending");
  await large.click("[data-sort=address]");
  assert.match(await first(large), /^scaleway_rdb_instance/);
  await large.select("#f-verdict", "foreign control");
  await settled(large);
  await large.select("#f-country", "US");
  await settled(large);
  assert.match(await shown(large), /^625 of 5000/);
  await large.select("#f-country", "");
  await large.select("#f-verdict", "");
  await settled(large);
  await large.click("#rows button.open");
  const text = await large.$eval("#rows tr.more", (e) => e.innerText);
  for (const want of ["Places", "Findings", "Why", "Scaleway"]) assert.ok(text.includes(want), `${want} is missing in ${text}`);
  await large.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.equal(await large.$$eval("#rows > tr:not(.more)", (all) => all.length), 5000);
  await large.evaluate(() => dispatchEvent(new Event("afterprint")));
  const seconds = await ticks(large);
  console.log(`   ${seconds.toFixed(2)} s, ${(statSync(files[0]).size / 1e6).toFixed(2)} MB`);
  assert.ok(seconds < 2, `took ${seconds} s`);
});
await check("rows are drawn as one scrolls", async () => {
  const page = await open(files[0]);
  await page.evaluate(() => document.getElementById("more").scrollIntoView());
  await settled(page);
  assert.ok(await page.$$eval("#rows > tr", (all) => all.length) > 200);
  assert.deepEqual(page.said, []);
});
await check("the keyboard reaches and opens a row", async () => {
  const page = await open(files[2]);
  await page.focus("#f-verdict");
  for (let i = 0; i < 12 && !(await page.evaluate(() => document.activeElement.matches("button.open"))); i++) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-expanded")), "true");
  await page.keyboard.press("Space");
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-expanded")), "false");
  assert.equal(await page.$$eval("tr.more", (all) => all.length), 0);
});
await check("axe-core finds nothing, in light and dark, narrow and wide, with a row opened", async () => {
  for (const scheme of ["light", "dark"]) {
    for (const [i, file] of files.entries()) {
      const page = await open(file, [{ name: "prefers-color-scheme", value: scheme }]);
      await page.click("#rows button.open");
      for (const d of await page.$$("summary")) await d.click();
      await accessible(page, `${file} ${scheme}`);
      if (i === 2) {
        await page.setViewport({ width: 360, height: 700 });
        await accessible(page, `${file} ${scheme} narrow`);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "the page is wider than a telephone");
      }
      assert.deepEqual(page.said, [], file);
      await page.close();
    }
  }
});
await check("it prints on A4, every cause opened", async () => {
  const page = await open(files[2]);
  const pdf = await page.pdf({ path: `${work}/portail.pdf`, preferCSSPageSize: true });
  const pages = Buffer.from(pdf).toString("latin1").match(/\/Type\s*\/Page\b/g).length;
  const box = Buffer.from(pdf).toString("latin1").match(/\/MediaBox\s*\[([^\]]+)\]/)[1].trim().split(/\s+/).map(Number);
  assert.ok(Math.abs(box[2] - 595) < 2 && Math.abs(box[3] - 842) < 2, `paper of ${box}`);
  assert.ok(pages > 2 && pages < 12, `${pages} pages`);
  console.log(`   ${pages} pages`);
});
await check("a large one prints too", async () => {
  await large.pdf({ path: `${work}/large.pdf`, preferCSSPageSize: true, timeout: 120000 });
});
await check("nothing was said on the console and nothing requested", async () => {
  assert.deepEqual(large.said, []);
});
await browser.close();
console.log(`${passed} passed, 0 failed`);
