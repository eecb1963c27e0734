// A company that waits for money follows the calls: in its calendar in Finnish, in its news reader in Swedish, and by a
// program of its own in English. A new call comes to it when the city publishes it, and not before.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cp, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import test from "node:test";
import { looksWell } from "./story/eye.mjs";
import { arrive, follow, openBrowser, plain, press, reads, stands } from "./story/person.mjs";
import { coordinator, enter } from "./story/steps.mjs";
import { freshFolder, run, startTown, top } from "./story/town.mjs";

/** Kokkola's programme, whose call of 2025 has an information session as well. */
async function withSession(t) {
    const folder = path.join(await freshFolder(t), "programme");
    await cp(path.join(top, "programmes/kokkola"), folder, { recursive: true });
    const file = path.join(folder, "calls/2025.toml");
    const session = `[[dates]]
source = "deck-apply"
name = { fi = "Infotilaisuus", sv = "Infotillfälle", en = "Information session" }
info_session = true
at = 2025-05-28T13:00:00
until = 2025-05-28T14:30:00
place = { fi = "Kaupungintalo", sv = "Stadshuset", en = "City Hall" }
link = "https://info.example.fi/28"

[[dates]]`;
    await writeFile(file, (await readFile(file, "utf8")).replace("[[dates]]", session));
    return folder;
}

/** A town with that programme, and somebody of the company who reads `language`. */
async function company(t, language) {
    const town = await startTown(t, { more: ["--programme", await withSession(t)] });
    const browser = await openBrowser(t);
    return { town, browser, person: await arrive(t, browser, town, { language }) };
}

/** What another program of the company gets at an address. */
async function fetched(person, address, headers = {}) {
    const response = await person.context.request.get(address, { headers });
    return { status: response.status(), headers: response.headers(), text: response.status() === 304 ? "" : await response.text() };
}

/** The events of a calendar file: the value of each property by its name, lines unfolded, texts unescaped. */
function events(text) {
    const lines = text.replaceAll(/\r\n[ \t]/g, "").split("\r\n");
    const found = [];
    for (const line of lines) {
        const [, name, value] = /^([A-Z-]+)[^:]*:(.*)$/.exec(line) ?? [];
        if (line === "BEGIN:VEVENT") found.push({});
        else if (name && found.length) found.at(-1)[name] = value.replaceAll("\\n", "\n").replaceAll(/\\([,;\\])/g, "$1");
    }
    return found;
}

/** The address that the head of the page gives for a type. */
const inTheHead = (page, type) => page.locator(`link[rel="alternate"][type="${type}"]`).first().getAttribute("href");

/** The city makes the call of 2026; `before` is looked at when it is a draft still. */
async function publishesAnother({ person, before }) {
    const { page, say, language } = person;
    await enter(person, coordinator);
    await page.goto(`/${language}/desk/calls`);
    await press(page, `${say("Copy")} Ekosysteemihaku 2025`);
    const draft = new URL(page.url()).pathname;
    const at = (key) => page.locator(`[id="${key}"]`);
    await follow(page, say("Basics and dates"));
    await at("name.fi").fill("Ekosysteemihaku 2026");
    await at("window.opens").fill("2.6.2025 9.00");
    await at("window.closes").fill("30.6.2025 16.15");
    await press(page, say("Save"));
    await page.goto(`${draft}/pages/contact`);
    assert.equal(await at("dates[1].at").inputValue(), "28.5.2025 13.00", "the session stands in the editor");
    await looksWell(person, "dates in the editor");
    await before();
    await page.goto(draft);
    await page.locator("#seen").check();
    await press(page, say("Publish the call"));
    await reads(page, say("This call is published."));
}

test("A company follows the calls from its calendar", async (t) => {
    const { town, browser, person } = await company(t, "fi");
    const { page, say } = person;
    await page.goto("/fi");
    assert.equal(await inTheHead(page, "text/calendar"), "/fi/calls.ics", "a browser finds it by itself");
    await follow(page, say("Calls"));
    await reads(page, say("Follow the calls"));
    await looksWell(person, "the calls and how to follow them");
    const address = await page.getByRole("link", { name: say("Calendar (iCalendar)") }).getAttribute("href");
    const first = await fetched(person, address);
    assert.match(first.headers["content-type"], /^text\/calendar/);
    const closing = events(first.text).find(({ UID }) => UID.startsWith("closes.2025."));
    assert.equal(closing.DTSTART, "20250602T131500Z");
    assert.equal(closing.SUMMARY, "Ekosysteemihaku 2025: haku päättyy");
    assert.equal(closing.URL, `${town}/fi/calls/2025`);
    const session = events(first.text).find(({ SUMMARY }) => SUMMARY.endsWith("Infotilaisuus"));
    assert.deepEqual([session.DTSTART, session.DTEND, session.LOCATION], ["20250528T100000Z", "20250528T113000Z", "Kaupungintalo"]);

    await follow(page, "Ekosysteemihaku 2025");
    await reads(page, "ke 28.5.2025 klo 13.00");
    await reads(page, say("Duration: {0}", "1 tunti 30 minuuttia"));
    await reads(page, "Kaupungintalo");
    await looksWell(person, "a call with an information session");
    const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: say("Add these dates to your calendar") }).click(),
    ]);
    assert.equal(file.suggestedFilename(), "2025.ics");
    assert.ok(events(await readFile(await file.path(), "utf8")).length >= 4);

    const official = await arrive(t, browser, town, { language: "fi" });
    const count = async () => new Set(events((await fetched(person, address)).text).map(({ URL }) => URL)).size;
    await publishesAnother({ person: official, before: async () => assert.equal(await count(), 1, "a draft is nobody's news") });
    assert.equal(await count(), 2);
    const opening = events((await fetched(person, address)).text).find(({ UID }) => UID.startsWith("opens.2026."));
    assert.equal(opening.DTSTART, "20250602T060000Z");
    person.calm();
    official.calm();
});

test("A company follows the calls in its news reader, in Swedish", async (t) => {
    const { town, person } = await company(t, "sv");
    const { page, say } = person;
    await page.goto("/sv/calls");
    await looksWell(person, "the calls and how to follow them");
    const address = await page.getByRole("link", { name: say("News feed (Atom)") }).getAttribute("href");
    assert.equal(await inTheHead(page, "application/atom+xml"), address);
    const feed = await fetched(person, address);
    assert.match(feed.headers["content-type"], /^application\/atom\+xml/);
    const read = await page.evaluate((text) => {
        const xml = new DOMParser().parseFromString(text, "application/xml");
        const entry = xml.querySelector("entry");
        return {
            broken: xml.querySelector("parsererror") !== null,
            language: xml.documentElement.getAttribute("xml:lang"),
            title: entry.querySelector("title").textContent,
            summary: entry.querySelector("summary").textContent,
            page: entry.querySelector('link[rel="alternate"][hreflang="sv"]').getAttribute("href"),
        };
    }, feed.text);
    assert.ok(!read.broken);
    assert.equal(read.language, "sv");
    assert.equal(read.title, "Ekosystemutlysning 2025");
    assert.ok(plain(read.summary).includes("fr 2.5.2025 kl. 9.00"), read.summary);
    await page.goto(read.page);
    assert.equal(read.page, `${town}/sv/calls/2025`);
    await stands(page, "Ekosystemutlysning 2025");
    await looksWell(person, "the call that the feed led to");
    assert.equal((await fetched(person, address, { "If-None-Match": feed.headers.etag })).status, 304, "nothing new");
    person.calm();
});

test("The company's own program reads the open data", async (t) => {
    const { town, person } = await company(t, "en");
    const { page, say } = person;
    const calls = JSON.parse((await fetched(person, "/calls.json", { "Accept-Language": "en" })).text).calls;
    const open = calls.filter(({ state }) => state === "open");
    assert.deepEqual(open.map(({ code }) => code), ["2025"]);
    assert.equal(open[0].window.closes.utc, "2025-06-02T13:15:00Z");
    assert.equal(open[0].pots[0].cents, 56_000_000);
    assert.equal(open[0].links.page.en, `${town}/en/calls/2025`);
    const rules = await fetched(person, open[0].links.toml);
    assert.equal(createHash("sha256").update(rules.text).digest("hex"), open[0].version.file_sha256);
    const schema = JSON.parse((await fetched(person, "/schemas/call.json")).text);
    assert.deepEqual(schema, JSON.parse(await run("schema", "call")), "the program prints the same");
    for (const key of schema.required) assert.ok(key in open[0], key);

    await page.goto(open[0].links.page.en);
    await reads(page, open[0].version.rules_hash);
    await looksWell(person, "the call and its files");
    const told = JSON.parse(await page.locator('script[type="application/ld+json"]').textContent());
    assert.equal(told["@type"], "FundingScheme");
    assert.equal(told.name, "Ecosystem call 2025");
    assert.equal(told.funding[0].amount.value, "560000.00");
    assert.equal(await page.getByRole("link", { name: say("open data (JSON)") }).getAttribute("href"), "/en/calls/2025.json");
    assert.equal((await fetched(person, "/calls/2099.json")).status, 404);
    person.calm();
});
