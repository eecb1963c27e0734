// A person with a browser. What nobody sees is watched too: messages of the console, the security policy, what fails.
import assert from "node:assert/strict";
import { chromium } from "playwright-core";
import { wordsOf } from "./words.mjs";

const flags = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
];
/** How long a page or a sentence may take to appear, in milliseconds. */
const patience = 40_000;

/** Chromium, closed after the test. */
export async function openBrowser(t) {
    const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: flags });
    t.after(() => browser.close());
    return browser;
}

/** Told by the console: a page that answers with an error, and a connection that the story takes away. Both are looked at. */
const answered = /^Failed to load resource: (the server responded with a status of 4\d\d|net::ERR_INTERNET_DISCONNECTED)/;

/** Somebody with a window of their own and no cookies, who reads `language`. Gives { page, say, calm }: `say` speaks the
    program's sentences, `calm` asserts that the browser had nothing to complain about. */
export async function arrive(t, browser, town, { language = "fi", scripts = true, width = 1280 } = {}) {
    const context = await browser.newContext({
        baseURL: town,
        locale: { fi: "fi-FI", sv: "sv-FI", en: "en-GB" }[language],
        viewport: { width, height: 900 },
        colorScheme: "light",
        javaScriptEnabled: scripts,
    });
    t.after(() => context.close());
    context.setDefaultTimeout(patience);
    const complaints = [];
    context.on("console", (message) => {
        if (["error", "warning"].includes(message.type()) && !answered.test(message.text())) {
            complaints.push(`${message.type()}: ${message.text()} (${message.location().url})`);
        }
    });
    context.on("weberror", (error) => complaints.push(String(error.error())));
    context.on("requestfailed", (request) => {
        const why = request.failure()?.errorText; // aborted: the person went on before the picture came
        if (!["net::ERR_ABORTED", "net::ERR_INTERNET_DISCONNECTED"].includes(why)) complaints.push(`failed: ${request.url()} ${why}`);
    });
    context.on("request", (request) => {
        if (!request.url().startsWith(`${town}/`)) complaints.push(`left the town: ${request.url()}`);
    });
    const calm = () => assert.deepEqual(complaints, [], "the browser complained");
    return { context, page: await context.newPage(), say: wordsOf(language), language, town, calm };
}

/** What leads to another page is over when that page is whole. */
const toAnotherPage = (page, click) => Promise.all([page.waitForEvent("load"), click()]);
/** Presses the button of this name; every button here sends a form. */
export const press = (page, name) => toAnotherPage(page, () => page.getByRole("button", { name, exact: true }).click());
/** Follows the link of this name. */
export async function follow(page, name) {
    const link = page.getByRole("link", { name, exact: true }).first();
    const inside = (await link.getAttribute("href")).startsWith("#");
    await (inside ? link.click() : toAnotherPage(page, () => link.click()));
}
/** The one h1. */
export const heading = (page) => page.locator("h1").innerText();

/** Asserts that the page's heading is this. */
export async function stands(page, text) {
    assert.equal((await heading(page)).replaceAll(" ", " "), text);
}

/** Waits until `holds` gives true, and says whether it did within five seconds. */
export async function eventually(holds) {
    for (const end = Date.now() + 5000; Date.now() < end; ) {
        if (await holds()) return true;
        await new Promise((on) => setTimeout(on, 50));
    }
    return holds();
}

/** Asserts that `place` (the main part unless given) contains the text, or comes to, whatever spaces hold its figures
    together. */
export async function reads(page, text, place = "main") {
    let all = "";
    const stands = await eventually(async () => {
        all = plain(await page.locator(place).first().innerText());
        return all.includes(plain(text));
    });
    assert.ok(stands, `"${text}" does not stand in ${place}:\n${all}`);
}

/** Text with plain spaces, one at a time. */
export const plain = (text) => text.replace(/[\s\u00a0\u202f]+/g, " ").trim();
